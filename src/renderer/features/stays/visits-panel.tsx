import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AddIcon, CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './stays.module.css';
import type { Stay } from './types.ts';

type Visit = Stay['visits'][number];

/** Visits to a pupil who studies at home: a day there counts as provision only with one. */
export function VisitsPanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const today = useToday();
  const { drawn } = useCurtain();
  const [opened, setOpened] = useState<Partial<Visit>>();
  const close = () => setOpened(undefined);
  return (
    <Panel
      title="Visits at home"
      context="A day of study at home counts as provision only with a visit on it"
      actions={
        mayWork ? (
          <Button size="small" icon={AddIcon} onClick={() => setOpened({})}>
            Plan a visit…
          </Button>
        ) : undefined
      }
    >
      {opened === undefined ? null : (
        <VisitForm key={opened.date ?? 'new'} placementId={stay.placementId} visit={opened} onClose={close} />
      )}
      {stay.visits.length === 0 ? (
        <Text muted>No visit is planned: work sent home is no supervised place. Plan one for each day.</Text>
      ) : (
        <ul className={styles.plain}>
          {stay.visits.map((visit) => (
            <li key={visit.date} className={styles.entry}>
              <div className={styles.entryWords}>
                <DateText date={visit.date} />, {visit.visitor}{' '}
                {visit.made ? (
                  <StatusTag tone="done">Made</StatusTag>
                ) : visit.date < today ? (
                  <StatusTag tone="overdue">Not noted as made</StatusTag>
                ) : (
                  <StatusTag tone="info">Planned</StatusTag>
                )}
                {visit.note ? <span className={styles.under}>{drawn ? '…' : visit.note}</span> : null}
              </div>
              {mayWork && !visit.made && visit.date <= today ? (
                <Button size="small" icon={CheckIcon} onClick={() => setOpened({ ...visit, made: true })}>
                  Made…
                  <VisuallyHidden>
                    {' '}
                    <DateText date={visit.date} />
                  </VisuallyHidden>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface VisitFormProps {
  readonly placementId: string;
  readonly visit: Partial<Visit>;
  readonly onClose: () => void;
}

function VisitForm({ placementId, visit, onClose }: VisitFormProps) {
  const today = useToday();
  const save = useCommand('stays.visit');
  const [date, setDate] = useState<string | null>(visit.date ?? null);
  const [visitor, setVisitor] = useState(visit.visitor ?? '');
  const [made, setMade] = useState(visit.made ?? false);
  const [note, setNote] = useState(visit.note ?? '');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (date === null || visitor.trim() === '') return;
    save.mutate(
      { placementId, date, visitor, made, ...(note.trim() === '' ? {} : { note }) },
      {
        onSuccess: () => {
          notify({ title: made ? 'Visit noted as made' : 'Visit planned' });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="A visit at home" onSend={send} onClose={onClose} busy={save.isPending}>
      {save.error ? <ErrorCallout title="Not saved" error={save.error.error} /> : null}
      <Row gap={4} align="start">
        <DateField
          label="Day"
          name="date"
          value={date}
          onChange={setDate}
          disabled={visit.date !== undefined}
          autoFocus={visit.date === undefined}
          error={tried && date === null ? 'Enter the day of the visit.' : undefined}
        />
        <TextField
          label="Who visits"
          name="visitor"
          width="short"
          value={visitor}
          onChange={setVisitor}
          maxLength={120}
          autoFocus={visit.date !== undefined}
          error={tried && visitor.trim() === '' ? 'Enter who visits.' : undefined}
        />
      </Row>
      {date !== null && date <= today ? (
        <CheckboxField label="The visit was made" name="made" checked={made} onChange={setMade} />
      ) : null}
      <TextField label="Note" name="note" optional value={note} onChange={setNote} maxLength={400} />
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={save.isPending}>
          Save the visit
        </Button>
      </div>
    </Panelled>
  );
}
