import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Problem } from './types.ts';
import styles from './comparators.module.css';

/** What is wrong in a file: where, what stands there, and what to do; nothing where there is nothing. */
export function ProblemList({
  problems,
  of,
}: {
  readonly problems: readonly Problem[];
  readonly of: string;
}) {
  const { drawn } = useCurtain();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const remarks = problems.length - errors;
  const summary = [
    ...(errors > 0 ? [plural(errors, 'problem')] : []),
    ...(remarks > 0 ? [plural(remarks, 'remark')] : []),
  ].join(', ');
  const rows = problems.map((problem, at) => ({ ...problem, key: `problem ${at}` }));
  return (
    <Disclosure summary={summary}>
      <ul className={styles.problems} aria-label={`Problems of ${of}`}>
        {rows.map(({ key, severity, line, element, value, message, remedy }) => (
          <li key={key}>
            <div className={styles.where}>
              <span className={severity === 'error' ? styles.error : styles.remark}>
                {severity === 'error' ? 'Problem' : 'Remark'}
              </span>
              {line === undefined ? null : <span>Line {line.toLocaleString('en-GB')}</span>}
              {element === undefined ? null : <code>{element}</code>}
              {/* What stands in a file may be a pupil's name. */}
              {value === undefined ? null : <q>{drawn ? '…' : value}</q>}
            </div>
            <div>{message}</div>
            <div className={styles.muted}>{remedy}</div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
