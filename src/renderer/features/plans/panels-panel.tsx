import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import styles from '../../ui/support/support.module.css';
import type { PupilSupport } from '../../ui/support/types.ts';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';

/** What panels said of the pupil. */
export function PanelsPanel({ support: { panels } }: { readonly support: PupilSupport }) {
  const { drawn } = useCurtain();
  return (
    <Panel title="Inclusion panel">
      {panels.length === 0 ? (
        <Text muted>Not on an agenda yet.</Text>
      ) : (
        <ul className={styles.plain}>
          {panels.map(({ panelId, on, held, why, decision, owner, dueOn, doneOn }) => (
            <li key={panelId}>
              <TextLink to="/support/panel/$panelId" params={{ panelId }}>
                <DateText date={on} />
              </TextLink>
              {drawn ? null : (
                <p className={styles.prose}>{decision ?? (held ? 'Not minuted.' : `Why: ${why}`)}</p>
              )}
              {owner && dueOn ? (
                <span className={styles.under}>
                  {owner}, {doneOn ? 'done ' : 'by '}
                  <DateText date={doneOn ?? dueOn} form="short" />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
