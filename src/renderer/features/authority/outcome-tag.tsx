import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import { outcomeWords } from '#shared/text/return-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import type { Tone } from '../../ui/theme/tone.ts';

const TONES: Readonly<Record<ImportOutcome, Tone>> = {
  imported: 'done',
  replaced: 'done',
  older: 'info',
  duplicate: 'info',
  refused: 'overdue',
  'not-read': 'closed',
};

/** What became of a file, as a word in its tone. */
export function OutcomeTag({ outcome }: { readonly outcome: ImportOutcome }) {
  return <StatusTag tone={TONES[outcome]}>{outcomeWords(outcome)}</StatusTag>;
}
