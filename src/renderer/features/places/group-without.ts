import { sayShortSession } from '#shared/text/provider-words.ts';
import type { Suggestion } from './picked.ts';

/** Sessions of the same reason together: "Tue 18 November am to Wed 19 November pm (4)". */
export function groupWithout(
  without: Suggestion['without'],
): readonly { readonly sessions: string; readonly why: string }[] {
  const byReason = new Map<string, Suggestion['without']>();
  for (const one of without) byReason.set(one.why, [...(byReason.get(one.why) ?? []), one]);
  return [...byReason].map(([why, there]) => ({ sessions: saySpan(there), why }));
}

function saySpan(sessions: Suggestion['without']): string {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return '';
  if (sessions.length === 1) return sayShortSession(first);
  if (first.date === last.date) return `${sayShortSession(first)} and ${last.slot}`;
  return `${sayShortSession(first)} to ${sayShortSession(last)} (${String(sessions.length)} sessions)`;
}
