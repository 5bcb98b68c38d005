import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import { placeRuleFor } from './place-rules.ts';
import { sessionsOut, type Period, type SessionOut } from './sessions-out.ts';
import type { CodedSession, CodeReason, RegisterCase, RegisterCode } from './types.ts';

/**
 * The code that each session out of a period should carry in the register, in order of session and then of the cases
 * given. Each session of a pupil is there once: where two cases take it, the one with a firm place there decides, then
 * the one that started later. What counts as out: `sessionsOut`; which place gives which code: `place-rules.ts`.
 */
export function codesFor(
  cases: readonly RegisterCase[],
  calendar: CalendarIndex,
  period: Period,
): readonly CodedSession[] {
  const coded = new Map<string, CodedSession>();
  const laterFirst = cases.toSorted((a, b) => sessionKey(b.start).localeCompare(sessionKey(a.start)));
  for (const one of laterFirst) {
    for (const session of sessionsOut(one, calendar, period)) {
      const key = `${one.pupilId} ${sessionKey(session)}`;
      const known = coded.get(key);
      const next = codeOf(one, session);
      if (known === undefined || (known.reason.type !== 'place' && next.reason.type === 'place')) {
        coded.set(key, next);
      }
    }
  }
  const orderOf = new Map(cases.map(({ pupilId }, at) => [pupilId, at] as const).toReversed());
  return [...coded.values()].toSorted(
    (a, b) =>
      sessionKey(a).localeCompare(sessionKey(b)) ||
      (orderOf.get(a.pupilId) ?? 0) - (orderOf.get(b.pupilId) ?? 0),
  );
}

function codeOf(one: RegisterCase, { date, slot, day }: SessionOut): CodedSession {
  const session = { exclusionId: one.exclusionId, pupilId: one.pupilId, date, slot };
  const place = one.places.find((each) => each.date === date && each.slot === slot);
  if (place === undefined) return { ...session, code: 'E', reason: { type: 'no-place' } };
  const { providerName, providerKind, state } = place;
  if (state === 'held') return { ...session, code: 'E', reason: { type: 'held-only', providerName } };
  if (place.notTakenUp === true)
    return { ...session, code: 'E', reason: { type: 'not-taken-up', providerName } };
  const { dualMain } = one;
  const permanent = one.kind === 'permanent';
  const rule = placeRuleFor({ kind: providerKind, dualMain, permanent, day, date });
  const present: RegisterCode = slot === 'am' ? '/' : '\\';
  const reason: CodeReason = { type: 'place', providerName, as: rule.as };
  return { ...session, code: rule.code === 'present' ? present : rule.code, reason };
}
