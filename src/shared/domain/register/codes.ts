import type { IsoDate } from '../../kernel/plain-date.ts';
import type { RegisterCode } from './types.ts';

/** A register code as it was valid for a time. */
export interface DatedCode {
  readonly code: RegisterCode;
  readonly meaning: string;
  /** How attendance figures count the session. */
  readonly counts: 'attending' | 'authorised absence' | 'not a possible attendance';
  readonly from: IsoDate;
  /** Last day, included; missing while in force. */
  readonly to?: IsoDate;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

/** The School Attendance (Pupil Registration) (England) Regulations 2024 came into force. */
const REGULATIONS_2024: IsoDate = '2024-08-19';
const DAY_BEFORE_2024: IsoDate = '2024-08-18';

/**
 * The first day for which we give the older national codes. The set is documented in the department's guidance of January
 * 2009 and was in use well before; the day of its first use was not found, so this one is an assumption.
 */
const OLDER_CODES: IsoDate = '2004-09-01';

const GUIDANCE_2009 = 'Guidance on attendance codes, January 2009 edition';
const LAW_2024 = 'SI 2024/208 reg 10';
const GUIDANCE_2024 = 'Attendance guidance of August 2024 on SI 2024/208';

/**
 * Codes that touch exclusion, each with its time. A code that changed its meaning has a row for each. A new code or a new
 * meaning is a new row here; which place gives which code is in `place-rules.ts`.
 */
export const DATED_CODES: readonly DatedCode[] = [
  {
    code: 'E',
    meaning: 'Excluded, and nothing provided instead',
    counts: 'authorised absence',
    from: OLDER_CODES,
    to: DAY_BEFORE_2024,
    source: GUIDANCE_2009,
    certainty: 'unconfirmed',
  },
  {
    code: 'E',
    meaning: 'Suspended or permanently excluded, and nothing provided instead',
    counts: 'authorised absence',
    from: REGULATIONS_2024,
    source: GUIDANCE_2024,
    certainty: 'unconfirmed',
  },
  {
    code: 'B',
    meaning: 'Taught off site',
    counts: 'attending',
    from: OLDER_CODES,
    to: DAY_BEFORE_2024,
    source: GUIDANCE_2009,
    certainty: 'unconfirmed',
  },
  {
    code: 'B',
    meaning: 'At an approved, supervised educational activity off site that no other code covers',
    counts: 'attending',
    from: REGULATIONS_2024,
    source: GUIDANCE_2024,
    certainty: 'unconfirmed',
  },
  {
    code: 'D',
    meaning: 'Registered at two schools and due at the other one',
    counts: 'not a possible attendance',
    from: OLDER_CODES,
    source: GUIDANCE_2009,
    certainty: 'unconfirmed',
  },
  {
    code: 'K',
    meaning: 'At education that the local authority arranged',
    counts: 'attending',
    from: REGULATIONS_2024,
    source: LAW_2024,
    certainty: 'read',
  },
  {
    code: '/',
    meaning: 'Present in the morning',
    counts: 'attending',
    from: OLDER_CODES,
    source: GUIDANCE_2009,
    certainty: 'unconfirmed',
  },
  {
    code: '\\',
    meaning: 'Present in the afternoon',
    counts: 'attending',
    from: OLDER_CODES,
    source: GUIDANCE_2009,
    certainty: 'unconfirmed',
  },
];

/**
 * What a code means on a day; undefined when it was not in use. Before the first day of the oldest rows those rows are
 * taken to hold, so that no session of an old case is left without a code.
 */
export function codeOn(code: RegisterCode, date: IsoDate): DatedCode | undefined {
  const rows = DATED_CODES.filter((row) => row.code === code);
  const found = rows.find(({ from, to }) => from <= date && (to === undefined || date <= to));
  if (found !== undefined) return found;
  const [oldest] = rows;
  return oldest?.from === OLDER_CODES && date < OLDER_CODES ? oldest : undefined;
}
