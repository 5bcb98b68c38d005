import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

/** The times before that the pupil was on the register, and why each ended; nothing for the first time. */
export function EarlierPanel({ entry: { earlier, times } }: { readonly entry: Entry }) {
  const { drawn } = useCurtain();
  if (earlier.length === 0) return null;
  return (
    <Panel title="On the register before" context={`${String(times)} times with this one`}>
      <ul className={styles.plain}>
        {earlier.map(({ entryId, since, signedOff }) => (
          <li key={entryId}>
            <TextLink to="/support/entries/$entryId" params={{ entryId }}>
              <DateText date={since} />
              {signedOff ? (
                <>
                  {' to '}
                  <DateText date={signedOff.on} />
                </>
              ) : null}
            </TextLink>
            {signedOff ? <span className={styles.under}>{drawn ? '…' : signedOff.reason}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
