import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { plural } from '../../ui/words/format.ts';
import type { FileOutcome } from './types.ts';
import styles from './authority.module.css';

interface FileProblemsProps {
  readonly problems: FileOutcome['problems'];
  readonly fileName: string;
}

/** What is wrong in one file: where, what stands there, and what to do. */
export function FileProblems({ problems, fileName }: FileProblemsProps) {
  const { drawn } = useCurtain();
  const rows = problems.map((problem, at) => ({ ...problem, key: `problem ${at}` }));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const remarks = problems.length - errors;
  const summary = [
    ...(errors > 0 ? [plural(errors, 'problem')] : []),
    ...(remarks > 0 ? [plural(remarks, 'remark')] : []),
  ].join(', ');
  return (
    <Disclosure summary={summary}>
      <ul className={styles.problems} aria-label={`Problems of ${fileName}`}>
        {rows.map(({ key, severity, line, element, value, rule, message, remedy }) => (
          <li key={key}>
            <div className={styles.where}>
              <span className={severity === 'error' ? styles.error : styles.remark}>
                {severity === 'error' ? 'Problem' : 'Remark'}
              </span>
              {line === undefined ? null : <span>Line {line.toLocaleString('en-GB')}</span>}
              {element === undefined ? null : <code>{element}</code>}
              {/* What stands in a file may be a pupil's name. */}
              {value === undefined ? null : <q>{drawn ? '…' : value}</q>}
              {rule === undefined ? null : <span>Check {rule}</span>}
            </div>
            <div>{message}</div>
            <div className={styles.muted}>{remedy}</div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
