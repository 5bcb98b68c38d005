import type { DutyShown } from './types.ts';
import styles from './duties.module.css';

const WORDS = { law: 'Law', guidance: 'Guidance', promise: 'Promise' } as const;

/** What a duty rests on. A promise has a frame of its own: it is what the area holds itself to, not law. */
export function BasisTag({ basis }: { readonly basis: DutyShown['basis'] }) {
  return <span className={basis === 'promise' ? styles.promise : styles.basis}>{WORDS[basis]}</span>;
}
