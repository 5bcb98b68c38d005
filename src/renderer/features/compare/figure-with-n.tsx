import styles from './compare.module.css';

interface Props {
  /** The figure in words; null where there is none. */
  readonly text: string | null;
  /** "117" schools, or "117, 115" of the two years. */
  readonly n: string;
}

/** A figure never stands without the number of schools behind it. */
export function FigureWithN({ text, n }: Props) {
  return (
    <>
      {text ?? 'Blank'} <span className={styles.muted}>(n {n})</span>
    </>
  );
}
