import { Kbd } from '../../ui/words/kbd.tsx';
import styles from './register.module.css';

const HINTS: readonly (readonly [string, string])[] = [
  ['P', 'attended'],
  ['L', 'late'],
  ['A', 'absent'],
  ['D', 'declined'],
  ['X', 'excluded from the centre'],
  ['U', 'take back'],
  ['Enter', 'times and reason'],
];

/** The keys that mark the pupil on whom the focus is. */
export function RegisterHints() {
  return (
    <p className={styles.hints}>
      <span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> move,
      </span>
      {HINTS.map(([key, words], at) => (
        <span key={key}>
          <Kbd keys={key} /> {words}
          {at < HINTS.length - 1 ? ',' : null}
        </span>
      ))}
    </p>
  );
}
