import { publishedNumber } from '#shared/text/published-words.ts';
import { PublishedValue } from './published-value.tsx';
import type { BesideYear } from './types.ts';
import styles from './comparators.module.css';

/** A rate with the figures behind it and where they stand; where there is none, why. */
export function BesideCell({ figure }: { readonly figure: BesideYear['england'] }) {
  const { value, headcount, rate, source, missing } = figure;
  if (value === null) return <span className={styles.muted}>{missing}</span>;
  return (
    <span className={styles.cell}>
      <span className={styles.rate}>{rate === null ? 'No rate' : <PublishedValue value={rate} />}</span>
      <span className={styles.muted}>
        {' '}
        <PublishedValue value={value} />
        {headcount === null ? '' : ` among ${publishedNumber(headcount)} pupils`}
      </span>
      <span className={`${styles.muted} ${styles.cell} ${styles.file}`}>{source}</span>
    </span>
  );
}

/** Our own: how many schools are in it, and over how many of them the rate is. */
export function OwnCell({ figure }: { readonly figure: BesideYear['own'] }) {
  const { schools, expected, withHeadcount, ...rest } = figure;
  if (rest.value === null) return <span className={styles.muted}>{rest.missing}</span>;
  const over =
    withHeadcount === schools
      ? ''
      : `; the rate is over the ${withHeadcount.toLocaleString('en-GB')} whose pupils are known`;
  const source = `${schools.toLocaleString('en-GB')} of ${expected.toLocaleString('en-GB')} schools have the whole year${over}`;
  return <BesideCell figure={{ ...rest, source }} />;
}
