import type { ReturnCounts } from '#shared/domain/returns/types.ts';
import { formatDays } from '../../ui/words/format.ts';
import styles from './returns.module.css';

/** The counts of a return, each under its name. */
export function Figures({ counts }: { readonly counts: ReturnCounts }) {
  const { pupils, fixedPeriod, permanent, sessions } = counts;
  const items = [
    ['Pupils', pupils.toLocaleString('en-GB')],
    ['Suspensions', fixedPeriod.toLocaleString('en-GB')],
    ['Sessions', sessions.toLocaleString('en-GB')],
    ['Days', formatDays(sessions)],
    ['Permanent', permanent.toLocaleString('en-GB')],
  ] as const;
  return (
    <dl className={styles.figures}>
      {items.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
