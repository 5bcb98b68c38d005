import { roleName } from '#shared/text/role-words.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { plural } from '../../ui/words/format.ts';
import type { PupilFound } from './pupil-found.ts';
import styles from './pupil.module.css';

type Entry = PupilFound['history'][number];

const SHOWN_AT_ONCE = 8;

/** Who did what when, newest first, from the audit trail. */
export function PupilHistory({ history }: { readonly history: readonly Entry[] }) {
  const older = history.slice(SHOWN_AT_ONCE);
  return (
    <Panel title="History">
      {history.length === 0 ? (
        <Text muted>No change has been recorded yet.</Text>
      ) : (
        <>
          <Entries entries={history.slice(0, SHOWN_AT_ONCE)} />
          {older.length > 0 ? (
            <Disclosure summary={plural(older.length, 'older entry', 'older entries')}>
              <Entries entries={older} />
            </Disclosure>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol className={styles.history}>
      {entries.map(({ at, userName, role, operation, text }, place) => (
        <li key={`${at} ${operation} ${String(place)}`}>
          <span className={styles.when}>
            <InstantText instant={at} />
          </span>
          <span>
            {text}
            <span className={styles.who}>
              {userName}, {roleName(role)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
