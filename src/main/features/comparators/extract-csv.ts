import type { OperationOutput } from '#shared/contract/contract.ts';
import { fieldWords } from '#shared/text/published-words.ts';
import { csvList } from '../../exchange/csv-list.ts';

const HEADINGS = [
  'laestab',
  'school',
  'period',
  'difference',
  'upn',
  'pupil',
  'kind',
  'start_date',
  'field',
  'here',
  'extract',
];

/** The differences as a list for spreadsheets: one row for each exclusion on one side only, and for each differing field. */
export function extractCsv({ schools }: OperationOutput<'authority.compare-extract'>): string {
  return csvList(
    HEADINGS,
    schools.flatMap(({ laEstab, name, period, onlyHere, onlyThere, altered }) => {
      const row = (
        difference: string,
        one: (typeof onlyHere)[number],
        rest: readonly string[] = ['', '', ''],
      ) => [laEstab, name, period, difference, one.upn, one.name, one.category, one.startDate, ...rest];
      return [
        ...onlyHere.map((one) => row('Only here', one)),
        ...onlyThere.map((one) => row('Only in the extract', one)),
        ...altered.flatMap((one) =>
          one.fields.map(({ field, here, there }) => row('Differs', one, [fieldWords(field), here, there])),
        ),
      ];
    }),
  );
}
