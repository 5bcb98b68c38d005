import { useCommand } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import styles from '../../ui/support/support.module.css';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import type { Meeting } from './types.ts';

interface ProposalsPanelProps {
  readonly meeting: Meeting;
  readonly mayEdit: boolean;
}

/** Whom the agenda should have besides, and why. */
export function ProposalsPanel({ meeting, mayEdit }: ProposalsPanelProps) {
  const nameOf = usePersonName();
  const put = useCommand('panel.put');
  const { id: panelId, version, proposals } = meeting;
  return (
    <ScreenOnly>
      <Panel
        title="Proposed"
        context="No key worker, a referral that came back, targets not met twice, a third exclusion"
      >
        {put.error ? <ErrorCallout title="Not put on the agenda" error={put.error.error} /> : null}
        {proposals.length === 0 ? (
          <Text muted>Nobody besides.</Text>
        ) : (
          <ul className={styles.plain}>
            {proposals.map(({ pupilId, name, form, reasons }) => {
              const why = reasons.map(({ text }) => text).join('\n');
              return (
                <li key={pupilId} className={styles.line}>
                  <span className={styles.words}>
                    <PersonName name={name} />
                    {form ? <span className={styles.quiet}> {form}</span> : null}
                    <span className={styles.under}>{why}</span>
                  </span>
                  {mayEdit ? (
                    <Button
                      size="small"
                      icon={AddIcon}
                      loading={put.isPending}
                      onClick={() => put.mutate({ panelId, version, pupilId, why })}
                    >
                      Put on<VisuallyHidden> the agenda: {nameOf(name)}</VisuallyHidden>
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </ScreenOnly>
  );
}
