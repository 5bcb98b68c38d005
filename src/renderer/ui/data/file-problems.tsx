import { Disclosure } from '../layout/disclosure.tsx';
import { useCurtain } from '../words/curtain.tsx';
import { plural } from '../words/format.ts';
import styles from './file-problems.module.css';

/** One thing wrong in a file, as operations answer it. */
interface ShownProblem {
  readonly severity: 'error' | 'warning';
  readonly line?: number | undefined;
  readonly element?: string | undefined;
  readonly value?: string | undefined;
  readonly rule?: string | undefined;
  readonly message: string;
  readonly remedy: string;
}

interface FileProblemsProps {
  readonly problems: readonly ShownProblem[];
  /** Whose problems they are, e.g. the file's name. */
  readonly of: string;
  /** Where nothing else is to be done than to read them. */
  readonly open?: boolean | undefined;
}

/** What is wrong in a file: where, what stands there, and what to do; nothing where there is nothing. */
export function FileProblems({ problems, of, open }: FileProblemsProps) {
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
    <Disclosure summary={summary} open={open}>
      <ul className={styles.problems} aria-label={`Problems of ${of}`}>
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
            <div className={styles.remedy}>{remedy}</div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
