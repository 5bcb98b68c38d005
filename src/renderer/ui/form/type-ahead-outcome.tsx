import { Loader } from '../feedback/loader.tsx';
import { plural } from '../words/format.ts';
import type { AsyncOptions } from './use-async-options.ts';
import styles from './type-ahead.module.css';

/** Under the list: how many were found, that nothing was, that it is searching, or that it could not. */
export function TypeAheadOutcome(props: {
  readonly options: AsyncOptions<unknown>;
  readonly slow: boolean;
  readonly typed: string;
  readonly emptyText: string;
}) {
  const { options, slow, typed, emptyText } = props;
  if (options.state === 'failed')
    return <div className={styles.message}>The search did not work. Type again to retry.</div>;
  if (options.state === 'ready' && options.items.length === 0) {
    return (
      <div className={styles.message}>
        {typed ? `Nothing found for “${typed}”. ` : 'Nothing to choose from. '}
        {emptyText}
      </div>
    );
  }
  if (options.state === 'ready') {
    return (
      <div className={styles.foot}>
        <span>{plural(options.items.length, 'result')}</span>
        <span>↑ ↓ to move, Enter to choose</span>
      </div>
    );
  }
  return slow ? (
    <div className={styles.message}>
      <Loader label="Searching" />
    </div>
  ) : null;
}

/** The same for those who do not see the list. */
export function spokenOutcome(options: AsyncOptions<unknown>, typed: string): string {
  if (options.state === 'failed') return 'The search did not work.';
  if (options.state !== 'ready') return '';
  return options.items.length === 0
    ? `Nothing found for ${typed}`
    : `${plural(options.items.length, 'result')}.`;
}
