import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import type { Stay } from './types.ts';

/** Where parents may choose: whether the pupil attends or stays at home, as they said it and when. */
export function ChoicePanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const today = useToday();
  const choose = useCommand('stays.choose');
  const { placementId, version, parentChoice, parentChoiceOn } = stay;
  const [choice, setChoice] = useState(parentChoice ?? null);
  const [on, setOn] = useState<string | null>(parentChoiceOn ?? today);
  const [asking, setAsking] = useState(false);
  const changed = choice !== null && on !== null && (choice !== parentChoice || on !== parentChoiceOn);
  const send = () => {
    if (choice === null || on === null) return;
    choose.mutate(
      { placementId, version, choice, on },
      {
        onSuccess: () => notify({ title: 'Noted what the parents chose' }),
        onSettled: () => setAsking(false),
      },
    );
  };
  return (
    <Panel title="The parents’ choice">
      <Stack gap={3}>
        {parentChoice === undefined ? (
          <p>
            <StatusTag tone="due">Not said yet</StatusTag>
          </p>
        ) : (
          <p>
            <StatusTag tone={parentChoice === 'attend' ? 'done' : 'due'}>
              {parentChoice === 'attend' ? 'Attends' : 'Stays at home by the parents’ choice'}
            </StatusTag>{' '}
            {parentChoiceOn ? <DateText date={parentChoiceOn} /> : null}
          </p>
        )}
        {choose.error ? <ErrorCallout title="Not noted" error={choose.error.error} /> : null}
        {mayWork ? (
          <>
            <Row gap={4} align="start">
              <SegmentedChoice
                label="The parents chose"
                name="choice"
                value={choice}
                onChange={setChoice}
                options={[
                  { value: 'attend', label: 'Attend' },
                  { value: 'home', label: 'Stay at home' },
                ]}
              />
              <DateField label="Said on" name="on" value={on} onChange={setOn} />
            </Row>
            <Row justify="end">
              <Button
                disabled={!changed}
                disabledReason="Choose what the parents said and when."
                loading={choose.isPending}
                onClick={() => {
                  if (choice === 'home') setAsking(true);
                  else send();
                }}
              >
                Note the choice
              </Button>
            </Row>
          </>
        ) : null}
      </Stack>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={send}
        title="The pupil stays at home?"
        confirmLabel="Decline the coming sessions"
        destructive
        busy={choose.isPending}
      >
        The coming sessions of this stay are given up as declined by the parents. They count as offered and
        not taken up, not as sessions without a place.
      </ConfirmDialog>
    </Panel>
  );
}
