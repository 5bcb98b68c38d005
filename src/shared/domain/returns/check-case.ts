import { formatDate } from '../calendar/format-date.ts';
import type { CaseEvent } from '../duties/types.ts';
import type { ChainLink, ExclusionKind, ExclusionState } from '../exclusions/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Cumulative } from './cumulative-days.ts';
import { problemMaker, type RecordProblem } from './record-problem.ts';
import { ruleApplies, type ReturnRuleKey } from './rules.ts';

/** A duty of the case as kept: whether it is owed and done, and its days. */
export interface ReturnDuty {
  readonly key: string;
  readonly owed: boolean;
  readonly dueBy: IsoDate | undefined;
  readonly notBefore: IsoDate | undefined;
  readonly fulfilledOn: IsoDate | undefined;
}

/** What the checks of a return see of the case behind a record. */
export interface ReturnCase {
  readonly kind: ExclusionKind;
  readonly state: ExclusionState;
  readonly startDate: IsoDate;
  readonly inCare: boolean;
  readonly duties: readonly ReturnDuty[];
  /** In force, in the order of their days. */
  readonly events: readonly CaseEvent[];
  /** How it is chained to the one before, and whether its rule set allowed that on the day. */
  readonly follows: { readonly as: ChainLink; readonly allowed: boolean } | undefined;
  readonly days: Cumulative;
}

/** Half days in a term that change the duties and the letter, and those of a year that are the most. */
const TERM_MARKS = [30, 10] as const;
const YEAR_LIMIT = 90;

const problem = problemMaker('exclusion');

/**
 * What is wrong with the case behind a record on `today`: its duties, its meeting, how it is chained and taken back
 * (rules X07 and X15 to X20). Pure. A case without duties (taken over from another system) has nothing to be asked of.
 */
export function checkCase(found: ReturnCase, today: IsoDate): RecordProblem[] {
  const problems = [
    ...checkTerm(found),
    ...checkEducation(found, today),
    ...checkAuthority(found, today),
    ...checkMeeting(found, today),
    ...checkChain(found),
    ...checkTakenBack(found),
    ...checkCare(found),
  ];
  return problems.filter(({ check }) => ruleApplies(check, found.startDate));
}

const open = ({ duties }: ReturnCase, key: string): ReturnDuty | undefined =>
  duties.find((duty) => duty.key === key && duty.owed && duty.fulfilledOn === undefined);

const ask = (check: ReturnRuleKey, message: string): RecordProblem[] => [problem(check, message)];

function checkTerm(found: ReturnCase): RecordProblem[] {
  const { kind, days } = found;
  if (kind === 'permanent' || isTakenBack(found)) return [];
  const crossed = TERM_MARKS.find((mark) => days.term > mark && days.termBefore <= mark);
  if (crossed === undefined || open(found, 'tell-parents-writing') === undefined) return [];
  return ask(
    'X07-term',
    `It takes the pupil to ${days.term / 2} days in the term, over ${crossed / 2}: what the governors must do and the letter to the parents change, and no letter is noted as sent.`,
  );
}

function checkEducation(found: ReturnCase, today: IsoDate): RecordProblem[] {
  const duty = open(found, 'education-start');
  if (duty?.dueBy === undefined || duty.dueBy > today) return [];
  return ask(
    'X15-education',
    `Full-time education was owed from ${formatDate(duty.dueBy)} and none is noted. Book the place or note what was done.`,
  );
}

function checkAuthority(found: ReturnCase, today: IsoDate): RecordProblem[] {
  const duty = open(found, 'tell-authority');
  // What is due today may still be done today.
  if (isTakenBack(found) || duty?.dueBy === undefined || duty.dueBy >= today) return [];
  return ask(
    'X16-authority-told',
    `The authority had to be told without delay (${formatDate(duty.dueBy)}) and no notice is noted. Tell it, or note when it was told.`,
  );
}

function checkMeeting(found: ReturnCase, today: IsoDate): RecordProblem[] {
  const duty = found.duties.find(({ key, owed }) => key === 'governors-meeting' && owed);
  if (duty === undefined) return [];
  const met = lastOn(found, 'meeting-begun') ?? lastOn(found, 'decision');
  const { dueBy, notBefore } = duty;
  if (met === undefined) {
    if (dueBy === undefined || dueBy >= today || duty.fulfilledOn !== undefined) return [];
    return ask(
      'X17-meeting',
      `The governors had to meet by ${formatDate(dueBy)} and no meeting is recorded.`,
    );
  }
  if (notBefore !== undefined && met < notBefore) {
    return ask(
      'X17-meeting',
      `The governors met on ${formatDate(met)}, before their first day, ${formatDate(notBefore)}.`,
    );
  }
  if (dueBy === undefined || met <= dueBy) return [];
  return ask(
    'X17-meeting',
    `The governors met on ${formatDate(met)}, after their last day, ${formatDate(dueBy)}.`,
  );
}

function checkChain({ follows }: ReturnCase): RecordProblem[] {
  if (follows === undefined || follows.allowed || follows.as === 'further') return [];
  return ask(
    'X18-extended',
    follows.as === 'extension'
      ? 'It makes an earlier one longer, which the rules of its day do not allow. Record a further one that begins straight after it.'
      : 'It makes a suspension permanent, which the rules of its day do not allow. Record a permanent one that begins straight after it.',
  );
}

function checkTakenBack(found: ReturnCase): RecordProblem[] {
  const back = lastOn(found, 'cancelled') ?? lastOn(found, 'withdrawn');
  if (back === undefined) return [];
  const met = lastOn(found, 'meeting-begun') ?? lastOn(found, 'decision');
  return [
    ...(met === undefined || met > back
      ? []
      : ask(
          'X19-cancelled',
          `It was taken back on ${formatDate(back)}, and the governors had met on ${formatDate(met)}: from then on only they or a panel could put the pupil back. Strike out whichever is wrong.`,
        )),
    ...(found.kind === 'permanent' && found.days.year > YEAR_LIMIT
      ? ask(
          'X19-over-year',
          `It was taken back although the pupil had ${found.days.year / 2} days in the school year, over ${YEAR_LIMIT / 2}.`,
        )
      : []),
  ];
}

function checkCare(found: ReturnCase): RecordProblem[] {
  if (!found.inCare || isTakenBack(found)) return [];
  if (open(found, 'tell-virtual-school-head') === undefined) return [];
  return ask(
    'X20-virtual-school-head',
    'The pupil is in care and no notice to the virtual school head is noted.',
  );
}

const isTakenBack = ({ state }: ReturnCase): boolean => state === 'cancelled' || state === 'withdrawn';

const lastOn = ({ events }: ReturnCase, type: CaseEvent['type']): IsoDate | undefined =>
  events.findLast((event) => event.type === type)?.on;
