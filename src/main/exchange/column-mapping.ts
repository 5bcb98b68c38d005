import type { PupilField } from './imported-pupil.ts';
import { headingKey, suggestMapping } from './pupil-csv-columns.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { RETURN_COLUMNS } from './return-csv-columns.ts';
import { RETURN_TITLES } from './return-titles.ts';

/** Which column of a sender's CSV holds what: our column to the sender's heading, or to `=VALUE` for a fixed value. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** What a file of another system may have in place of our columns. */
const IN_PLACE = {
  days: ['School days', 'In place of sessions: 2.5 is five sessions'],
  la: ['Authority number', 'With the number within the authority, in place of the school'],
  estab: ['School number within the authority'],
  name: ['Surname, forename', 'In place of two columns: the surname, a comma, the forename'],
} as const satisfies Readonly<Record<string, readonly [string, string?]>>;

export type MappableColumn = ReturnColumn | keyof typeof IN_PLACE;

/** A column that a sender's heading may be matched to, in words for a screen. */
interface Mappable {
  readonly column: MappableColumn;
  readonly title: string;
  readonly meaning: string;
}

const WORKED_OUT: readonly ReturnColumn[] = ['term_code', 'school_year'];

/** All columns that may be matched, ours first. */
export const MAPPABLE_COLUMNS: readonly Mappable[] = Object.entries({ ...RETURN_TITLES, ...IN_PLACE })
  .map(([column, [title, meaning = '']]) => ({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the two tables
    column: column as MappableColumn,
    title,
    meaning,
  }))
  .filter(({ column }) => !WORKED_OUT.some((one) => one === column));

/** Headings of other systems in the form of `headingKey`, most usual first, for what pupil lists do not have. */
const HEADINGS: readonly (readonly [MappableColumn, readonly string[]])[] = [
  [
    'laestab',
    [
      'school',
      'dfe number',
      'dfe no',
      'laestab',
      'la estab',
      'school number',
      'establishment',
      'dfes number',
    ],
  ],
  ['la', ['la', 'lea', 'la number', 'la code', 'local authority', 'authority']],
  ['estab', ['estab', 'establishment number', 'estab number']],
  ['urn', ['urn', 'school urn']],
  ['school_name', ['school name', 'name of school', 'base name']],
  [
    'category',
    [
      'category',
      'exclusion category',
      'exclusion type',
      'type',
      'type of exclusion',
      'suspension type',
      'kind',
    ],
  ],
  [
    'reason_1',
    [
      'reason',
      'reason 1',
      'primary reason',
      'main reason',
      'exclusion reason',
      'reason for exclusion',
      'reasons',
      'suspension reason',
    ],
  ],
  ['reason_2', ['reason 2', 'second reason', 'secondary reason']],
  ['reason_3', ['reason 3', 'third reason']],
  [
    'start_date',
    [
      'start date',
      'startdate',
      'exclusion start date',
      'date of exclusion',
      'exclusion start',
      'from',
      'date from',
      'start',
      'suspension start date',
      'first day',
    ],
  ],
  [
    'end_date',
    [
      'end date',
      'enddate',
      'exclusion end date',
      'exclusion end',
      'to',
      'date to',
      'end',
      'suspension end date',
      'last day',
    ],
  ],
  ['start_session', ['start session', 'start time', 'start am pm', 'session']],
  [
    'sessions',
    ['sessions', 'number of sessions', 'sessions lost', 'no of sessions', 'total sessions', 'half days'],
  ],
  [
    'days',
    [
      'days',
      'school days',
      'number of days',
      'days lost',
      'no of days',
      'length',
      'length in days',
      'total days',
      'days excluded',
    ],
  ],
  ['on_roll', ['on roll', 'still on roll']],
  ['fsm_eligible', ['fsm', 'free school meals', 'free meals', 'fsm eligible', 'eligible for free meals']],
  ['name', ['name', 'pupil name', 'full name', 'student name', 'pupil', 'student']],
];

/** The parts of a pupil that lists of pupils and of exclusions have alike. */
const PUPIL_PARTS: readonly (readonly [PupilField, ReturnColumn])[] = [
  ['upn', 'upn'],
  ['formerUpn', 'former_upn'],
  ['surname', 'surname'],
  ['forename', 'forename'],
  ['sex', 'sex'],
  ['dob', 'dob'],
  ['ncYear', 'nc_year_actual'],
  ['enrolStatus', 'enrol_status'],
  ['senProvision', 'sen_provision'],
  ['inCare', 'in_care'],
  ['careAuthority', 'care_authority'],
  ['ethnicity', 'ethnicity'],
];

/**
 * Proposes which heading is which of our columns, to be looked at and corrected by a person. Our own headings, of the
 * CSV or of the workbook, match themselves; each heading is used once.
 */
export function suggestReturnMapping(headings: readonly string[]): ColumnMapping {
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  const take = (column: string, heading: string | undefined): void => {
    if (heading === undefined || taken.has(heading) || mapping[column] !== undefined) return;
    mapping[column] = heading;
    taken.add(heading);
  };
  const keyed = headings.map((heading) => ({ heading, key: headingKey(heading) }));
  const withKey = (key: string): string | undefined =>
    keyed.find((one) => one.key === key && !taken.has(one.heading))?.heading;
  for (const column of RETURN_COLUMNS) {
    if (!WORKED_OUT.includes(column)) take(column, withKey(headingKey(column)));
  }
  for (const [column, keys] of HEADINGS) {
    for (const key of keys) take(column, withKey(key));
  }
  const pupil = suggestMapping(headings.filter((one) => !taken.has(one)));
  for (const [field, column] of PUPIL_PARTS) take(column, pupil[field]);
  return onlyOne(mapping);
}

/** Of two ways to say the same, the one that says more stays. */
function onlyOne(mapping: Readonly<Record<string, string>>): ColumnMapping {
  const spare = new Set<string>([
    ...(mapping['sessions'] === undefined ? [] : ['days']),
    ...(mapping['surname'] === undefined || mapping['forename'] === undefined ? [] : ['name']),
    ...(mapping['la'] !== undefined && mapping['estab'] !== undefined ? ['laestab'] : ['la', 'estab']),
  ]);
  return Object.fromEntries(Object.entries(mapping).filter(([column]) => !spare.has(column)));
}

/** Whether headings look like those of a list of exclusions. */
export function looksLikeExclusions(headings: readonly string[]): boolean {
  const found = suggestReturnMapping(headings);
  const also = ['category', 'reason_1', 'sessions', 'days'].filter((column) => found[column] !== undefined);
  return found['start_date'] !== undefined && also.length > 0;
}
