import { useId } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './version-table.module.css';

type Side = 'mine' | 'theirs';

export interface VersionRow<Field extends string> {
  readonly field: Field;
  readonly label: string;
  /** Who changed it; what only one did is taken unless somebody chooses otherwise. */
  readonly standing: 'alike' | Side | 'both';
  readonly mine: string;
  readonly theirs: string;
}

export interface VersionTableProps<Field extends string> {
  readonly rows: readonly VersionRow<Field>[];
  readonly choices: Readonly<Partial<Record<Field, Side>>>;
  /** Undefined: the versions are only shown. */
  readonly onChoose: ((field: Field, side: Side) => void) | undefined;
  /** What is not chosen yet is marked. */
  readonly wanting: boolean;
}

const SIDES = [
  ['mine', 'Yours'],
  ['theirs', 'Theirs'],
] as const;

const CHANGED = { alike: '', mine: 'Changed by you', theirs: 'Changed by them', both: 'Changed by both' };

/** Two versions of one record side by side, a row for each field that differs, to choose from. */
export function VersionTable<Field extends string>({
  rows,
  choices,
  onChoose,
  wanting,
}: VersionTableProps<Field>) {
  const id = useId();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {SIDES.map(([side, title]) => (
            <th key={side} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, label, standing, ...texts }) => {
          const usual = standing === 'both' || standing === 'alike' ? undefined : standing;
          const chosen = choices[field] ?? usual;
          const missing = wanting && chosen === undefined;
          return (
            <tr key={field}>
              <th scope="row">
                {label}
                <span className={styles.changed}>{CHANGED[standing]}</span>
                {missing ? <span className={styles.missing}>Choose one of the two.</span> : null}
              </th>
              {SIDES.map(([side, title]) => {
                const text = texts[side] === '' ? <span className={styles.empty}>Nothing</span> : texts[side];
                return (
                  <td key={side} className={classes(chosen === side && styles.chosen)}>
                    {onChoose === undefined ? (
                      <span className={styles.text}>{text}</span>
                    ) : (
                      <label className={styles.choice}>
                        <input
                          type="radio"
                          name={`${id}-${field}`}
                          aria-label={`${label}: ${title.toLowerCase()}`}
                          checked={chosen === side}
                          onChange={() => onChoose(field, side)}
                        />
                        <span className={styles.text}>{text}</span>
                      </label>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
