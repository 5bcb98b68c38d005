import type { OperationOutput } from '#shared/contract/contract.ts';
import { chainsOf } from '#shared/domain/exclusions/life-cycle-chains.ts';
import { stepsOf } from '#shared/domain/exclusions/life-cycle.ts';
import type { CaseEventType, RuleSet } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { WorkingRole } from '#shared/permissions/roles.ts';
import { chainLabel, eventText, outcomeLabel, stepLabel } from '#shared/text/case-words.ts';
import { eventOf, readCaseEvents, type CaseEventRecord } from '../../storage/repositories/case-events.ts';
import { readDuties } from '../../storage/repositories/duties.ts';
import type { Db } from '../../storage/store.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { CaseFacts } from '../case-facts.ts';
import { mayRecordEvent } from '../clerk-part.ts';
import { lifeCaseOf } from '../life-case.ts';

type Case = OperationOutput<'exclusions.get'>;
type Course = Pick<Case, 'stopped' | 'events' | 'steps' | 'chains' | 'follows' | 'followedBy'>;

const NONE: Course = { events: [], steps: [], chains: [], followedBy: [] };

/** What happened in an issued case, what may follow, and what it is chained to; nothing yet for a draft. */
export async function caseCourse(
  db: Db,
  facts: CaseFacts,
  id: string,
  today: IsoDate,
  role: WorkingRole,
): Promise<Course> {
  const exclusion = facts.issued.find((one) => one.id === id);
  if (exclusion === undefined) return NONE;
  const ruleSet = ruleSetOf(exclusion);
  const duties = await readDuties(db, id);
  const reviewBy = duties.find(({ key, owed }) => key === 'review-apply' && owed)?.dueBy ?? undefined;
  const life = lifeCaseOf(exclusion, facts, today, reviewBy);
  const { stopped, follows, start } = exclusion;
  const before = facts.issued.find((one) => one.id === follows?.id);
  return {
    ...(stopped === undefined ? {} : { stopped }),
    events: (await readCaseEvents(db, id)).map((record) => eventView(record, ruleSet)),
    steps: stepsOf(life, today).map(({ event, allowed, why, outcomes, asksSession, decides }) => ({
      event,
      label: stepLabel(event, ruleSet),
      ...mayStep(role, event, { allowed, why }),
      outcomes: outcomes.map((value) => ({ value, label: outcomeLabel(value, ruleSet) })),
      asksSession,
      decides,
    })),
    // Nothing can begin after what has no end.
    chains: (exclusion.kind === 'permanent'
      ? []
      : chainsOf(life, start.date > today ? start.date : today)
    ).map(({ as, allowed, why }) => ({ as, label: chainLabel(as, ruleSet), allowed, why })),
    ...(before === undefined || follows === undefined
      ? {}
      : { follows: { exclusionId: before.id, title: before.title, as: follows.as } }),
    followedBy: facts.issued.flatMap((one) =>
      one.follows?.id === id ? [{ exclusionId: one.id, title: one.title, as: one.follows.as }] : [],
    ),
  };
}

/** Whether this user may take a step now: the case must allow it, and the user's role. */
function mayStep(
  role: WorkingRole,
  event: CaseEventType,
  { allowed, why }: { readonly allowed: boolean; readonly why: string | undefined },
): { readonly allowed: boolean; readonly why?: string } {
  const theirs = mayRecordEvent(role, event);
  if (!theirs.ok) return { allowed: false, why: theirs.error.message };
  return { allowed, ...(why === undefined ? {} : { why }) };
}

function eventView(record: CaseEventRecord, ruleSet: RuleSet): Case['events'][number] {
  const event = eventOf(record);
  return {
    ...event,
    text: eventText(event, ruleSet),
    note: record.note,
    recordedBy: record.recordedBy,
    recordedAt: record.recordedAt,
    ...(record.voidedAt === null ? {} : { voided: record.voidedReason ?? 'struck out' }),
  };
}
