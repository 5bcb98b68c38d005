import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon, DeleteIcon, EditIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import styles from '../../ui/support/support.module.css';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { MinuteForm } from './minute-form.tsx';
import type { Item, Meeting } from './types.ts';

interface AgendaItemProps {
  readonly item: Item;
  readonly at: number;
  readonly meeting: Meeting;
  readonly mayEdit: boolean;
}

/** One pupil at the panel: why, what was said and decided, who sees to it. */
export function AgendaItem({ item, at, meeting, mayEdit }: AgendaItemProps) {
  const { drawn } = useCurtain();
  const nameOf = usePersonName('open');
  const today = useToday();
  const takeOff = useCommand('panel.take-off');
  const [minuting, setMinuting] = useState(false);
  const { pupilId, name, form, why, discussed, decision } = item;
  const { id: panelId, version, on } = meeting;
  const said = discussed !== undefined || decision !== undefined;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.words}>
          {at + 1}.{' '}
          <TextLink to="/support/plans/$pupilId" params={{ pupilId }}>
            <PersonName name={name} as="open" />
          </TextLink>
          {form ? <span className={styles.quiet}> {form}</span> : null}
        </span>
        {mayEdit ? (
          <ScreenOnly>
            <span className={styles.buttons}>
              {said ? null : (
                <Button
                  size="small"
                  icon={DeleteIcon}
                  loading={takeOff.isPending}
                  onClick={() => takeOff.mutate({ panelId, version, pupilId })}
                >
                  Take off<VisuallyHidden> the agenda: {nameOf(name)}</VisuallyHidden>
                </Button>
              )}
              {on <= today ? (
                <Button
                  size="small"
                  icon={EditIcon}
                  expanded={minuting}
                  onClick={() => setMinuting(!minuting)}
                >
                  Minutes…<VisuallyHidden> of {nameOf(name)}</VisuallyHidden>
                </Button>
              ) : null}
            </span>
          </ScreenOnly>
        ) : null}
      </div>
      <span className={styles.under}>{drawn ? '…' : why}</span>
      {takeOff.error ? <ErrorCallout title="Not taken off" error={takeOff.error.error} /> : null}
      {minuting ? (
        <MinuteForm key={version} item={item} meeting={meeting} onClose={() => setMinuting(false)} />
      ) : null}
      {drawn || minuting || !said ? null : (
        <>
          <p className={styles.prose}>{discussed}</p>
          <p className={styles.prose}>
            <strong>Decided:</strong> {decision}
          </p>
        </>
      )}
      {minuting ? null : <Action item={item} panelId={panelId} mayEdit={mayEdit} />}
    </li>
  );
}

interface ActionProps {
  readonly item: Item;
  readonly panelId: string;
  readonly mayEdit: boolean;
}

/** Who sees to what was decided, and whether it is done. */
function Action({ item, panelId, mayEdit }: ActionProps) {
  const today = useToday();
  const nameOf = usePersonName('open');
  const done = useCommand('panel.action-done');
  const { owner, dueOn, doneOn, pupilId, name } = item;
  if (owner === undefined || dueOn === undefined) return null;
  const open = dueOn <= today ? 'overdue' : 'due';
  return (
    <>
      {done.error ? <ErrorCallout title="Not noted" error={done.error.error} /> : null}
      <div className={styles.line}>
        <span className={styles.words}>
          {owner} sees to it{' '}
          <StatusTag tone={doneOn ? 'done' : open}>
            {doneOn ? 'Done ' : 'By '}
            <DateText date={doneOn ?? dueOn} form="short" />
          </StatusTag>
        </span>
        {mayEdit && !doneOn ? (
          <ScreenOnly>
            <Button
              size="small"
              icon={CheckIcon}
              loading={done.isPending}
              onClick={() => done.mutate({ panelId, pupilId })}
            >
              Done<VisuallyHidden>: the action for {nameOf(name)}</VisuallyHidden>
            </Button>
          </ScreenOnly>
        ) : null}
      </div>
    </>
  );
}
