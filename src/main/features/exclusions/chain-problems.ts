import { formatSession } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import { chainsOf } from '#shared/domain/exclusions/life-cycle-chains.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { CaseFacts } from '../case-facts.ts';
import { bareLifeCase } from '../life-case.ts';
import { decisionDay } from './decider-problems.ts';
import type { Span } from './draft-span.ts';
import type { Draft, Problem } from './draft.ts';

const error = (field: string, message: string): Problem => ({ severity: 'error', field, message });

/**
 * Whether the draft may be chained to the exclusion it names: the rules of that one allow the link, it begins straight
 * after it (an extension or a conversion may begin before its end), and a conversion is a permanent exclusion.
 */
export function chainProblems(
  draft: Draft,
  span: Span | undefined,
  facts: CaseFacts,
  ruleSet: RuleSet,
): Problem[] {
  const { followsId, followsAs } = draft;
  if (followsId === undefined && followsAs === undefined) return unlinked(draft, span, facts);
  if (followsId === undefined || followsAs === undefined) {
    return [error('followsAs', 'Say how it is chained to the one before, or that it is not.')];
  }
  const first = facts.issued.find(({ id }) => id === followsId);
  if (first === undefined || first.id === draft.id) {
    return [error('followsId', 'The exclusion that this one follows is not on record for this pupil.')];
  }
  if (followsAs === 'conversion' && draft.kind !== 'permanent') {
    return [error('kind', 'Made permanent: choose a permanent exclusion, or another link.')];
  }
  if (followsAs !== 'conversion' && draft.kind !== first.kind && draft.kind === 'lunchtime') {
    return [error('kind', 'Lunchtimes do not continue an exclusion of days. Record them for themselves.')];
  }
  if (span === undefined) return [];
  const events = facts.events.get(first.id) ?? [];
  const chain = chainsOf(bareLifeCase(first, events), decisionDay(draft, facts.today)).find(
    ({ as }) => as === followsAs,
  );
  if (chain?.allowed !== true) {
    return [error('followsAs', chain?.why ?? `The rules of ${ruleSet.name} do not know this link.`)];
  }
  return orderProblems(first, followsAs, span.start, facts);
}

/**
 * An exclusion of days that begins straight after another and is not chained to it: the return in between would stay
 * due, and the letter would not say what it follows.
 */
function unlinked({ id, kind }: Draft, span: Span | undefined, { issued, index }: CaseFacts): Problem[] {
  if (span === undefined || kind === 'lunchtime') return [];
  const start = sessionKey(span.start);
  const before = issued.find((other) => {
    if (other.id === id || other.kind !== 'fixed-period' || other.end === undefined) return false;
    if (sessionKey(other.end) >= start || other.stopped !== undefined) return false;
    const next = index.nextSchoolSession(other.end);
    return next !== undefined && sessionKey(next) === start;
  });
  if (before === undefined) return [];
  const message = `It begins straight after another: ${before.title}. Record it from that case, as a further one: then the letter says so, and no return in between stays due.`;
  return [{ severity: 'warning', field: 'followsAs', message }];
}

function orderProblems(
  first: IssuedExclusion,
  as: NonNullable<Draft['followsAs']>,
  start: Session,
  { index }: CaseFacts,
): Problem[] {
  if (first.end === undefined) return [];
  const next = index.nextSchoolSession(first.end);
  const latest = next === undefined ? undefined : sessionKey(next);
  const own = sessionKey(start);
  const straightAfter = latest !== undefined && own === latest;
  if (straightAfter) return [];
  const inside = sessionKey(first.start) < own && own <= sessionKey(first.end);
  if (as !== 'further' && inside) return [];
  const when =
    next === undefined
      ? 'straight after it'
      : as === 'further'
        ? `on ${formatSession(next)}, straight after it`
        : `by ${formatSession(next)}, straight after it or before its end`;
  return [error('startDate', `What follows another exclusion begins ${when}. It is: ${first.title}.`)];
}
