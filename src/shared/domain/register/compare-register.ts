import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { EXCLUSION_CODES, type CodedSession, type RegisterMark } from './types.ts';

/** A session out with the number of the pupil it belongs to. */
export type ExpectedCode = CodedSession & { readonly upn: string };

export type RegisterClash =
  | { readonly kind: 'other-code'; readonly mark: RegisterMark; readonly expected: ExpectedCode }
  | { readonly kind: 'no-mark'; readonly expected: ExpectedCode }
  | { readonly kind: 'no-record'; readonly mark: RegisterMark };

export interface RegisterComparison {
  /** Sessions out that carry the code they should. */
  readonly agreeing: number;
  /** In order of session, then UPN. */
  readonly clashes: readonly RegisterClash[];
}

/**
 * Compares the marks of a register with the sessions out, both ways: another code than expected; no mark for a session
 * out, which is looked for from the first to the last session that the register itself holds; and a code that speaks of
 * an exclusion (E, B, D, K) where nobody is recorded as out. Other codes without an exclusion are none of our business.
 */
export function compareRegister(
  marks: readonly RegisterMark[],
  expected: readonly ExpectedCode[],
): RegisterComparison {
  const keyOf = ({ upn, date, slot }: Session & { readonly upn: string }): string =>
    `${sessionKey({ date, slot })} ${upn}`;
  const marked = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const wanted = new Map(expected.map((one) => [keyOf(one), one]));
  const keys = [...new Set(marks.map(sessionKey))].toSorted();
  const [first = '', last = ''] = [keys[0], keys.at(-1)];

  const clashes: RegisterClash[] = [];
  let agreeing = 0;
  for (const [key, one] of wanted) {
    const mark = marked.get(key);
    if (mark === undefined) {
      const inside = sessionKey(one) >= first && sessionKey(one) <= last;
      if (inside) clashes.push({ kind: 'no-mark', expected: one });
    } else if (mark.code === one.code) agreeing += 1;
    else clashes.push({ kind: 'other-code', mark, expected: one });
  }
  for (const [key, mark] of marked) {
    if (!wanted.has(key) && EXCLUSION_CODES.includes(mark.code)) clashes.push({ kind: 'no-record', mark });
  }
  const clashKey = (clash: RegisterClash) => keyOf(clash.kind === 'no-record' ? clash.mark : clash.expected);
  return { agreeing, clashes: clashes.toSorted((a, b) => clashKey(a).localeCompare(clashKey(b))) };
}
