import { groupWithout } from './group-without.ts';
import { NamedText } from './named-text.tsx';
import type { Suggestion } from './picked.ts';
import styles from './suggestion.module.css';

/** Why nobody can take sessions, those of the same reasons together. */
export function WithoutReasons({ without }: { readonly without: Suggestion['without'] }) {
  return (
    <NamedText>
      <ul className={styles.reasons}>
        {groupWithout(without).map(({ sessions, why }) => (
          <li key={`${sessions} ${why}`}>
            <strong>{sessions}:</strong> {why}
          </li>
        ))}
      </ul>
    </NamedText>
  );
}
