import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import type { FileOutcome } from './import-words.ts';

/** So many files are listed in the answer: a window shows no more, and a message of a whole country's would stop it. */
const MOST_LISTED = 3000;

/** In the order in which they ask for attention. */
const URGENT: readonly ImportOutcome[] = [
  'refused',
  'not-read',
  'replaced',
  'older',
  'duplicate',
  'imported',
];

/** How many of each, and the files; of very many, those that need a look first. */
export function summarise(outcomes: readonly FileOutcome[]) {
  const totals: Record<ImportOutcome, number> = {
    imported: 0,
    replaced: 0,
    older: 0,
    duplicate: 0,
    refused: 0,
    'not-read': 0,
  };
  for (const { outcome } of outcomes) totals[outcome] += 1;
  const files =
    outcomes.length <= MOST_LISTED
      ? [...outcomes]
      : outcomes
          .toSorted((a, b) => URGENT.indexOf(a.outcome) - URGENT.indexOf(b.outcome))
          .slice(0, MOST_LISTED);
  return { totals, files, unlisted: outcomes.length - files.length };
}
