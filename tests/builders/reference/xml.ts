import { decode } from './decode.ts';
import { day, line, sessions, upnOf, type Reading } from './reading.ts';
import { all, at, parseTree, text, textOf } from './tree.ts';

/** A census file, of either layout. */
export function readCensus(bytes: Uint8Array): Reading {
  const message = at(parseTree(decode(bytes, 'utf-8')), 'Message');
  const collection = at(message, 'Header', 'CollectionDetails');
  const source = at(message, 'Header', 'Source');
  const lists = [
    ['PupilsOnRoll', 'PupilOnRoll', true],
    ['PupilsNoLongerOnRoll', 'PupilNoLongerOnRoll', false],
  ] as const;
  let annual = text(collection, 'Term') === 'PRU';
  const lines = all(message, 'Pupils').flatMap((pupils) =>
    lists.flatMap(([list, one, onRoll]) =>
      all(pupils, list).flatMap((group) =>
        all(group, one).flatMap((pupil) =>
          ['TermlyExclusion', 'AnnualExclusion'].flatMap((block) =>
            all(at(pupil, 'Exclusions'), block).map((exclusion) => {
              annual ||= block === 'AnnualExclusion';
              const reasons = [...all(at(exclusion, 'Reasons'), 'Reason'), ...all(exclusion, 'Reason')].map(
                textOf,
              );
              const who = at(pupil, 'PupilIdentifiers');
              return line(
                upnOf(text(who, 'UPN')),
                text(who, 'Surname'),
                text(who, 'Forename'),
                day(text(who, 'DOB')),
                String(onRoll),
                text(exclusion, 'Category'),
                reasons.filter((reason) => reason !== '').join(' '),
                day(text(exclusion, 'StartDate')),
                sessions(text(exclusion, 'Category'), text(exclusion, 'Sessions')),
              );
            }),
          ),
        ),
      ),
    ),
  );
  const term = annual ? '' : text(collection, 'Term');
  return [
    line(text(source, 'LEA') + text(source, 'Estab'), term, text(collection, 'Year')),
    ...lines.toSorted(),
  ];
}

const WORDS: Readonly<Record<string, string>> = { permanent: 'PERM' };
const REASON_WORDS: Readonly<Record<string, string>> = { Bullying: 'BU' };

/** A return in authorities' XML. */
export function readAuthority(bytes: Uint8Array): Reading {
  const message = at(parseTree(decode(bytes, 'utf-8')), 'ExclusionsReturn');
  const header = at(message, 'Header');
  const lines = all(message, 'Pupils').flatMap((pupils) =>
    all(pupils, 'Pupil').flatMap((pupil) =>
      all(at(pupil, 'Exclusions'), 'Exclusion').map((exclusion) => {
        const category = text(exclusion, 'Category');
        const reasons = [...all(at(exclusion, 'Reasons'), 'Reason'), ...all(exclusion, 'Reason')]
          .map(textOf)
          .filter((reason) => reason !== '')
          .map((reason) => REASON_WORDS[reason] ?? reason.toUpperCase());
        const onRoll = text(pupil, 'OnRoll');
        return line(
          upnOf(text(pupil, 'UPN')),
          text(pupil, 'Surname'),
          text(pupil, 'Forename'),
          day(text(pupil, 'DOB')),
          String(!['false', '0'].includes(onRoll)),
          WORDS[category] ?? category,
          reasons.join(' '),
          day(text(exclusion, 'StartDate')),
          sessions(WORDS[category] ?? category, String(Number(text(exclusion, 'SchoolDays')) * 2)),
        );
      }),
    ),
  );
  const kind = text(header, 'Period', 'Kind');
  return [
    line(
      text(header, 'School', 'LEA') + text(header, 'School', 'Estab'),
      kind === 'annual' || kind === 'dates' ? '' : text(header, 'Period', 'Term'),
      kind === 'dates' ? '' : text(header, 'Period', 'Year'),
    ),
    ...lines.toSorted(),
  ];
}
