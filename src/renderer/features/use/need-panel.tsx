import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Figures } from './types.ts';
import styles from './use.module.css';

const PARTS = [
  ['attended', 'Attended a place', 'done'],
  ['booked', 'Had a place, not marked yet', 'info'],
  ['notTakenUp', 'Had a place and did not take it up', 'due'],
  ['workAtHome', 'Work at home, without a visit', 'due'],
  ['noPlace', 'No place', 'overdue'],
] as const;

/** How the excluded sessions of the period ended: no place and a place not taken up are never one figure. */
export function NeedPanel({ need }: { readonly need: Figures['need'] }) {
  return (
    <Panel
      title="Sessions of excluded pupils"
      context={`${String(need.sessions)} ${need.sessions === 1 ? 'session' : 'sessions'} in these days`}
    >
      {need.sessions === 0 ? (
        <Text muted>Nobody was excluded from a session in these days.</Text>
      ) : (
        <dl className={styles.need}>
          {PARTS.map(([key, label, tone]) => (
            <div key={key} className={styles.needPart} data-tone={tone}>
              <dt>{label}</dt>
              <dd>
                <strong>{need[key]}</strong> {share(need[key], need.sessions)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

const share = (part: number, all: number): string => `${((part / all) * 100).toFixed(0)}%`;
