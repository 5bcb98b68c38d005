import type { SessionNeed as Need } from '#shared/domain/use/session-need.ts';
import { Text } from '../layout/text.tsx';
import styles from './session-need.module.css';

const PARTS = [
  ['attended', 'Attended a place', 'done'],
  ['booked', 'Had a place, not marked yet', 'info'],
  ['notTakenUp', 'Had a place and did not take it up', 'due'],
  ['workAtHome', 'Work at home, without a visit', 'due'],
  ['noPlace', 'No place', 'overdue'],
] as const;

/** How excluded sessions ended: no place and a place not taken up are never one figure. */
export function SessionNeed({ need }: { readonly need: Need }) {
  if (need.sessions === 0) return <Text muted>Nobody was excluded from a session in these days.</Text>;
  return (
    <dl className={styles.need}>
      {PARTS.map(([key, label, tone]) => (
        <div key={key} className={styles.part} data-tone={tone}>
          <dt>{label}</dt>
          <dd>
            <strong>{need[key]}</strong> {share(need[key], need.sessions)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const share = (part: number, all: number): string => `${((part / all) * 100).toFixed(0)}%`;
