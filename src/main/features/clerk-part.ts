import type { CaseEventType, DutyOwner, DutyParty } from '#shared/domain/duties/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { WorkingRole } from '#shared/permissions/roles.ts';

/** What a governors' clerk sees to: the meeting, its decision and what comes of it. */
const EVENTS: ReadonlySet<CaseEventType> = new Set([
  'representations',
  'meeting-set',
  'meeting-begun',
  'decision',
  'decision-told',
  'review-asked',
  'review-waived',
  'review-decided',
  'reconsidered',
]);

interface ClerksDuty {
  readonly key: string;
  readonly party: DutyParty;
  readonly owedBy: DutyOwner;
}

/** Whether a role may record an event of a case, or strike one out; the clerk only what is the governors'. */
export function mayRecordEvent(role: WorkingRole, type: CaseEventType): Result<true> {
  if (role !== 'governor-clerk' || EVENTS.has(type)) return { ok: true, value: true };
  return refuse(
    'not-permitted',
    'A governors’ clerk records meetings and decisions. The school office records this.',
  );
}

/** Whether a role may note a duty as done: the clerk those that the governors owe or are owed, and the review's. */
export function mayNoteDuty(role: WorkingRole, { key, party, owedBy }: ClerksDuty): Result<true> {
  const theirs = owedBy === 'governors' || party === 'governors' || key.startsWith('review-');
  if (role !== 'governor-clerk' || theirs) return { ok: true, value: true };
  return refuse(
    'not-permitted',
    'A governors’ clerk notes what the governors do and are told. The school office notes this.',
  );
}
