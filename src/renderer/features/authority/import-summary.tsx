import type { ImportOutcome } from '#shared/domain/returns/import-outcomes.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { plural } from '../../ui/words/format.ts';

interface ImportSummaryProps {
  readonly all: number;
  readonly count: (outcome: ImportOutcome) => number;
}

/** An import in a sentence or two: what was taken, left out, refused and not read. */
export function ImportSummary({ all, count }: ImportSummaryProps) {
  const taken = count('imported') + count('replaced');
  const left = count('older') + count('duplicate');
  const [refused, notRead] = [count('refused'), count('not-read')];
  const parts = [
    ...(left > 0 ? [`${plural(left, 'file')} ${left === 1 ? 'was' : 'were'} here already or older.`] : []),
    ...(refused > 0
      ? [
          `${plural(refused, 'file')} ${refused === 1 ? 'was' : 'were'} refused whole: nothing of ${refused === 1 ? 'it' : 'them'} is in any figure. ${refused === 1 ? 'It waits' : 'They wait'} under Refused files.`,
        ]
      : []),
    ...(notRead > 0 ? [`${plural(notRead, 'file')} ${notRead === 1 ? 'was' : 'were'} not read.`] : []),
  ];
  return (
    <Callout
      tone={refused > 0 ? 'due' : notRead > 0 ? 'info' : 'done'}
      title={`${taken.toLocaleString('en-GB')} of ${plural(all, 'file')} imported`}
      live="status"
    >
      {parts.length > 0 ? parts.join(' ') : 'Every file was taken whole.'}
    </Callout>
  );
}
