import type { OperationOutput } from '#shared/contract/contract.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './register.module.css';

type Problem = OperationOutput<'register.compare'>['problems'][number];

interface RegisterProblemsProps {
  readonly problems: readonly Readonly<Problem>[];
}

/** Rows of the file that could not be used: where, what stands there, what to do. */
export function RegisterProblems({ problems }: RegisterProblemsProps) {
  const { drawn } = useCurtain();
  if (problems.length === 0) return null;
  const rows = problems.map((problem, at) => ({ ...problem, key: `problem ${String(at)}` }));
  return (
    <Disclosure summary={`${plural(problems.length, 'problem')} in the file`}>
      <ul className={styles.problems} aria-label="Problems in the register file">
        {rows.map(({ key, line, element, value, message, remedy }) => (
          <li key={key}>
            <div className={styles.where}>
              {line === undefined ? null : <span>Line {line.toLocaleString('en-GB')}</span>}
              {element === undefined ? null : <code>{element}</code>}
              {/* What stands in a file may be a pupil's name or number. */}
              {value === undefined ? null : <q>{drawn ? '…' : value}</q>}
            </div>
            <div>{message}</div>
            <div className={styles.upn}>{remedy}</div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
