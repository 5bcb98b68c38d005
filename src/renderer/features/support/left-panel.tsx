import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './support.module.css';
import type { Directory } from './types.ts';

/** Who left, with the last day; nothing where nobody did. */
export function LeftPanel({ left }: { readonly left: Directory['left'] }) {
  if (left.length === 0) return null;
  return (
    <Disclosure summary={`${plural(left.length, 'person', 'people')} who left`}>
      <ul className={styles.tight}>
        {left.map(({ id, name, role, leftOn }) => (
          <li key={id}>
            {name}, {role}{' '}
            <span className={styles.quiet}>
              last here on <DateText date={leftOn} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
