import { csvList } from '../exchange/csv-list.ts';
import type { ReturnDocument } from '../exchange/return-document.ts';
import { demonstrationFiles } from './demonstration-files.ts';
import { returnsOf } from './returns-of.ts';
import type { DemonstrationArea } from './types.ts';

/** What an authority's list of refused files has in it: one cut short on its way, and a list of another system. */
export function demonstrationRefused(
  area: DemonstrationArea,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const last = returnsOf(area)
    .received.map(({ document }) => document)
    .findLast(({ nil }) => !nil);
  const cut = demonstrationFiles(area)[2];
  return [
    ...(cut ? [{ name: cut.name, text: cut.text }] : []),
    ...(last
      ? [{ name: `${last.school.la}${last.school.estab} suspensions.csv`, text: otherList(last) }]
      : []),
  ].map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }));
}

/** The return as other systems list it: headings of their own, days in place of sessions, dates as people write them. */
function otherList({ school, pupils }: ReturnDocument): string {
  return csvList(
    [
      'DfE No',
      'UPN',
      'Legal Surname',
      'Legal Forename',
      'Gender',
      'Date of Birth',
      'Type',
      'Grounds',
      'From',
      'Days',
    ],
    pupils.flatMap(({ upn, surname, forename, sex, dob, exclusions }) =>
      exclusions.map(({ category, reasons, startDate, sessions }) => [
        school.la + school.estab,
        upn,
        surname,
        forename,
        sex,
        ukDate(dob),
        category,
        reasons[0] ?? '',
        ukDate(startDate),
        sessions === undefined ? '' : String(sessions / 2),
      ]),
    ),
  );
}

const ukDate = (date: string): string => date.split('-').toReversed().join('/');
