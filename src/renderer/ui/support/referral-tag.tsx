import { REFERRAL_STATE_WORDS } from '#shared/text/support-plan-words.ts';
import { StatusTag } from '../data/status-tag.tsx';
import type { Tone } from '../theme/tone.ts';
import type { Referral } from './types.ts';

const TONES: Readonly<Record<Referral['state'], Tone>> = {
  sent: 'due',
  accepted: 'done',
  returned: 'overdue',
  closed: 'closed',
};

/** How a referral stands, in a word or two. */
export function ReferralTag({ state, madeAgain }: Pick<Referral, 'state' | 'madeAgain'>) {
  if (madeAgain) return <StatusTag tone="closed">Returned, made again</StatusTag>;
  return <StatusTag tone={TONES[state]}>{REFERRAL_STATE_WORDS[state]}</StatusTag>;
}
