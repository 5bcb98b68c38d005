import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import styles from './letters.module.css';
import type { Opened } from './types.ts';

/** Whether record, letter, notice, register and bookings say the same; a difference says what. */
export function AgreementList({ agreement }: Pick<Opened, 'agreement'>) {
  if (agreement.length === 0) return null;
  // What differs comes first.
  const sorted = agreement.toSorted((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <Panel title="Does it all agree?">
      <ul className={styles.agreement}>
        {sorted.map(({ what, ok, blocks, text }) => (
          <li key={what}>
            {ok ? (
              <StatusTag tone="done">Agrees</StatusTag>
            ) : (
              <StatusTag tone={blocks ? 'overdue' : 'due'}>{blocks ? 'Differs' : 'Look again'}</StatusTag>
            )}
            <span>
              <strong>{what}</strong>
              {text === '' ? null : <>: {text}</>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
