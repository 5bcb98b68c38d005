import { useId } from 'react';
import { classes } from '../theme/classes.ts';
import { closureKinds, KINDS } from './closure-kinds.ts';
import type { Brush } from './paint-days.ts';
import styles from './year-view.module.css';

export interface BrushBarProps {
  readonly value: Brush;
  readonly onChange: (brush: Brush) => void;
}

const brushes: readonly { readonly brush: Brush; readonly letter: string; readonly label: string }[] = [
  ...KINDS.map((kind) => ({ brush: kind, ...closureKinds[kind] })),
  { brush: 'open', letter: 'O', label: 'Open' },
];

/** The brush a letter of the keyboard picks. */
export const brushOfKey = (key: string): Brush | undefined =>
  brushes.find(({ letter }) => letter === key.toUpperCase())?.brush;

/** What the days are painted as; shows at the same time what the letters and colours mean. */
export function BrushBar({ value, onChange }: BrushBarProps) {
  const group = useId();
  return (
    <fieldset className={styles.brushes}>
      <legend className={styles.brushLegend}>Paint days as</legend>
      {brushes.map(({ brush, letter, label }) => (
        <label key={brush} className={styles.brush}>
          <input type="radio" name={group} checked={value === brush} onChange={() => onChange(brush)} />
          <Swatch brush={brush} letter={letter} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The meaning of letters and colours where nothing can be painted. */
export function YearKey() {
  return (
    <ul className={styles.brushes} aria-label="What the letters mean">
      {brushes
        .filter(({ brush }) => brush !== 'open')
        .map(({ brush, letter, label }) => (
          <li key={brush} className={styles.keyItem}>
            <Swatch brush={brush} letter={letter} />
            {label}
          </li>
        ))}
    </ul>
  );
}

function Swatch({ brush, letter }: { readonly brush: Brush; readonly letter: string }) {
  return (
    <span className={classes(styles.swatch, styles[brush])} aria-hidden="true">
      {letter}
    </span>
  );
}
