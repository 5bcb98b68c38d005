import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

/** Why the pupil is on the register, and which criteria are met by what is on record today. */
export function ReasonsPanel({ entry: { reasons, metNow, signedOff, raisedBy } }: { readonly entry: Entry }) {
  const { drawn } = useCurtain();
  return (
    <Panel title="Why">
      <Stack gap={3}>
        <ul className={styles.plain}>
          {reasons.map(({ category, on, text, note }) => (
            <li key={`${category} ${text}`}>
              <strong>{category}</strong> {text}
              {note ? <span className={styles.under}>{drawn ? '…' : note}</span> : null}
              <span className={styles.under}>
                Found on <DateText date={on} />
              </span>
            </li>
          ))}
        </ul>
        <div>
          <Text muted small>
            Put on the register by {raisedBy}.
          </Text>
          {signedOff ? null : (
            <Text muted small>
              {metNow.length === 0
                ? 'By what is on record today, no criterion is met any more.'
                : `Met on record today: ${metNow.join('; ')}.`}
            </Text>
          )}
        </div>
      </Stack>
    </Panel>
  );
}
