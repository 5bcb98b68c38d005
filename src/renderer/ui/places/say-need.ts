import type { Tone } from '../theme/tone.ts';

type Verdict = 'enough' | 'may-run-short' | 'short';

/** "3 to 7", or "3" where both ends are the same. */
export const sayRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === high ? String(low) : `${String(low)} to ${String(high)}`;

/** What each verdict is called, in the tone it has. */
export const VERDICTS: Readonly<Record<Verdict, { readonly tone: Tone; readonly words: string }>> = {
  enough: { tone: 'done', words: 'Enough' },
  'may-run-short': { tone: 'due', words: 'May run short' },
  short: { tone: 'overdue', words: 'Too few' },
};
