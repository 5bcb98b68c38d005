import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { maxReasonsOn, reasonsOn } from '../exclusions/reasons.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import { checkUpn } from '../pupils/upn.ts';
import type { Slot } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';

/** One issued exclusion with its pupil, as the checks of a return see it. */
export interface ReturnRecord {
  readonly id: string;
  readonly pupilId: string;
  readonly kind: ExclusionKind;
  readonly startDate: IsoDate;
  readonly startSlot: Slot;
  readonly endDate: IsoDate | undefined;
  readonly endSlot: Slot | undefined;
  readonly halfDays: number | undefined;
  readonly reasons: readonly string[];
  readonly senProvision: string | undefined;
  readonly pupil: {
    readonly upn: string;
    readonly dob: IsoDate;
    readonly entryDate: IsoDate | undefined;
    readonly leavingDate: IsoDate | undefined;
  };
}

/** `rule` is our number for it (docs/returns.md); an error keeps the return back, a query does not. */
export interface RecordProblem {
  readonly severity: 'error' | 'query';
  readonly rule: string;
  readonly message: string;
}

const SEN_CODES: readonly string[] = ['N', 'K', 'E'];

/** SEN provision codes in use before 2015 as well. */
const OLD_SEN_CODES: readonly string[] = ['A', 'P', 'S'];

const error = (rule: string, message: string): RecordProblem => ({ severity: 'error', rule, message });

const query = (rule: string, message: string): RecordProblem => ({ severity: 'query', rule, message });

/** What is wrong with one record, by itself. Pure; the rules are numbered in docs/returns.md. */
export function checkRecord(record: ReturnRecord, calendar: CalendarIndex): RecordProblem[] {
  return [
    ...checkReasons(record),
    ...checkStart(record, calendar),
    ...checkLength(record, calendar),
    ...checkPupil(record),
    ...(record.kind === 'permanent'
      ? [
          query(
            'X10',
            'Return a permanent exclusion only once it is upheld or the time to apply for a review has run out.',
          ),
        ]
      : []),
  ];
}

function checkReasons({ reasons, startDate }: ReturnRecord): RecordProblem[] {
  const valid = new Set(reasonsOn(startDate).map(({ code }) => code));
  const most = maxReasonsOn(startDate);
  const unknown = reasons.filter((code) => !valid.has(code));
  return [
    ...(reasons.length === 0 ? [error('X02', 'No reason is recorded.')] : []),
    ...(reasons.length > most
      ? [error('X02', `${reasons.length} reasons are recorded; ${most} may be returned.`)]
      : []),
    ...unknown.map((code) => error('X02', `The reason ${code} was not in use on the start date.`)),
  ];
}

function checkStart(
  { startDate, startSlot, kind, pupil }: ReturnRecord,
  calendar: CalendarIndex,
): RecordProblem[] {
  const problems: RecordProblem[] = [];
  if (!calendar.covered(startDate)) {
    problems.push(
      error('X03', 'The term dates of that school year are not entered, so the start cannot be checked.'),
    );
  } else if (!calendar.isSchoolSession(startDate, kind === 'lunchtime' ? 'am' : startSlot)) {
    problems.push(
      error(
        'X03',
        `The school did not meet at the start: ${calendar.whyClosed(startDate, startSlot) ?? 'closed'}.`,
      ),
    );
  }
  if (startDate <= pupil.dob) problems.push(error('X03', 'The start is before the pupil was born.'));
  if (pupil.entryDate !== undefined && startDate < pupil.entryDate) {
    problems.push(error('X03', 'The start is before the pupil joined the school.'));
  }
  if (pupil.leavingDate !== undefined && startDate > pupil.leavingDate) {
    problems.push(error('X03', 'The start is after the pupil left the school.'));
  }
  return problems;
}

function checkLength(record: ReturnRecord, calendar: CalendarIndex): RecordProblem[] {
  const { kind, halfDays, startDate, startSlot, endDate, endSlot } = record;
  if (kind === 'permanent')
    return halfDays === undefined ? [] : [error('X05', 'A permanent exclusion has no sessions.')];
  if (halfDays === undefined || halfDays < 1 || halfDays > 90) {
    return [error('X04', 'The length must be 1 to 90 sessions.')];
  }
  if (kind === 'lunchtime' || endDate === undefined || endSlot === undefined || !calendar.covered(startDate))
    return [];
  const counted = calendar.sessionsBetween(
    { date: startDate, slot: startSlot },
    { date: endDate, slot: endSlot },
  ).length;
  return counted === halfDays
    ? []
    : [
        error(
          'X14',
          `${halfDays} sessions are recorded, but the calendar has ${counted} from the start to the end.`,
        ),
      ];
}

function checkPupil({ pupil, senProvision, startDate }: ReturnRecord): RecordProblem[] {
  const upn = checkUpn(pupil.upn);
  const senCodes = startDate < '2015-09-01' ? [...SEN_CODES, ...OLD_SEN_CODES] : SEN_CODES;
  return [
    ...(upn.checkLetter !== undefined
      ? []
      : [error('X11', 'The UPN has not the form of one: correct it in the pupil’s record.')]),
    ...(upn.checkLetter !== undefined && upn.checkLetter.actual !== upn.checkLetter.expected
      ? [
          query(
            'X11',
            `The UPN’s first letter should be ${upn.checkLetter.expected}: check it against the admission papers.`,
          ),
        ]
      : []),
    ...(senProvision === undefined || senCodes.includes(senProvision)
      ? []
      : [error('X21', `The SEN provision ${senProvision} was not in use on the start date.`)]),
  ];
}

/** More than one permanent exclusion of a pupil among the records of a return (X09), by record id. */
export function checkRepeatedPermanent(records: readonly ReturnRecord[]): ReadonlyMap<string, RecordProblem> {
  const seen = new Set<string>();
  const found = new Map<string, RecordProblem>();
  for (const { id, pupilId, kind } of records) {
    if (kind !== 'permanent') continue;
    if (seen.has(pupilId)) found.set(id, error('X09', 'The pupil has more than one permanent exclusion.'));
    seen.add(pupilId);
  }
  return found;
}
