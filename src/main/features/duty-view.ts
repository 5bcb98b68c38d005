import type { OperationOutput } from '#shared/contract/contract.ts';
import { describeLine } from '#shared/domain/calendar/describe-working.ts';
import type { CaseEventType, RuleSet } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { stepLabel } from '#shared/text/case-words.ts';
import { dutyDueText, dutyTitle, partyName } from '#shared/text/duty-words.ts';
import type { DutyRecord } from '../storage/repositories/duties.ts';

export type DutyView = OperationOutput<'duties.list'>['duties'][number];

/** What happened is noted as an event of the case, which fulfils the duty: see `eventFulfils`. */
const EVENTS: Readonly<Record<string, CaseEventType>> = {
  'governors-representations': 'decision',
  'governors-meeting': 'decision',
  'review-hear': 'review-decided',
  reconsider: 'reconsidered',
  'return-to-school': 'returned',
};

const PLACES: ReadonlySet<string> = new Set(['education-start', 'education-promise']);

/**
 * A duty in words. `today` only says whether it is late; what others than the school may do (the parents' last day to
 * ask for a review, the day from which a name may leave the register) is never late.
 */
export function dutyView(row: DutyRecord, ruleSet: RuleSet, today: IsoDate): DutyView {
  const { key, owedBy, basis, withoutDelay, source, certainty, why } = row;
  const due = {
    ...(row.dueBy === null ? {} : { dueBy: row.dueBy }),
    ...(row.dueSlot === null ? {} : { dueSlot: row.dueSlot }),
    ...(row.notBefore === null ? {} : { notBefore: row.notBefore }),
  };
  const action = row.fulfilledOn === null && row.owed ? actionOf(row, ruleSet) : undefined;
  return {
    key,
    title: dutyTitle(key, ruleSet),
    party: partyName(row.party, ruleSet),
    owedBy,
    basis,
    due: dutyDueText({ key, withoutDelay, ...due }),
    ...due,
    withoutDelay,
    why,
    working: row.working.map((line) => ({ type: line.type, text: describeLine(line) })),
    source,
    certainty,
    ...(row.reading === null ? {} : { reading: row.reading }),
    status: dutyStatus(row, today),
    ...fulfilledOf(row),
    ...(action === undefined ? {} : { action }),
  };
}

/** What others may do until, or from, a day: nobody is late with it. */
export const isPermission = ({ key, owedBy }: Pick<DutyRecord, 'key' | 'owedBy'>): boolean =>
  owedBy === 'parents' || key === 'remove-from-register';

export function dutyStatus(row: DutyRecord, today: IsoDate): DutyView['status'] {
  if (row.fulfilledOn !== null) return 'done';
  if (!row.owed) return 'no-longer-owed';
  if (row.dueBy === null) return 'waiting';
  return row.dueBy < today && !isPermission(row) ? 'overdue' : 'due';
}

function fulfilledOf(row: DutyRecord): Pick<DutyView, 'fulfilled'> {
  const { fulfilledOn, how, byWhom, evidence, fulfilledBy, fulfilledAt } = row;
  if (
    fulfilledOn === null ||
    how === null ||
    byWhom === null ||
    fulfilledBy === null ||
    fulfilledAt === null
  ) {
    return {};
  }
  return {
    fulfilled: {
      on: fulfilledOn,
      how,
      byWhom,
      ...(evidence === null ? {} : { evidence }),
      recordedBy: fulfilledBy,
      recordedAt: fulfilledAt,
    },
  };
}

function actionOf({ key, letter }: DutyRecord, ruleSet: RuleSet): DutyView['action'] {
  if (letter !== null) return { type: 'letter', templateId: letter, label: 'Open the letter' };
  if (PLACES.has(key)) return { type: 'places', label: 'Find a place' };
  const event = EVENTS[key];
  return event && { type: 'event', event, label: capitalise(stepLabel(event, ruleSet)) };
}
