import { useState } from 'react';
import { formatTime } from '../../../../ui/words/format.ts';
import { DefinitionList } from '../../../../ui/data/definition-list.tsx';
import { StatusTag } from '../../../../ui/data/status-tag.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { CheckIcon, EditIcon } from '../../../../ui/icons.ts';
import { Panel } from '../../../../ui/layout/panel.tsx';
import { Stack } from '../../../../ui/layout/stack.tsx';
import { Text } from '../../../../ui/layout/text.tsx';
import { useCurtain } from '../../../../ui/words/curtain.tsx';
import { DateText } from '../../../../ui/words/date-text.tsx';
import styles from '../case.module.css';
import { MeetingForm } from './meeting-form.tsx';
import type { WayBack } from './types.ts';

interface MeetingPanelProps {
  readonly wayBack: WayBack;
  readonly mayRecord: boolean;
}

/** The reintegration meeting: invited, held, who came, what was agreed, what worked; and how its duty stands. */
export function MeetingPanel({ wayBack, mayRecord }: MeetingPanelProps) {
  const [open, setOpen] = useState<'invitation' | 'meeting'>();
  const { firstDayBack, heldOn, version } = wayBack;
  const toOpen = (what: 'invitation' | 'meeting') => () => setOpen(open === what ? undefined : what);
  return (
    <Panel
      title="Reintegration meeting"
      context={
        firstDayBack === undefined ? (
          'The first day back is not known: the term dates are not entered so far.'
        ) : (
          <>
            First day back <DateText date={firstDayBack} />
          </>
        )
      }
      actions={
        mayRecord ? (
          <>
            <Button
              size="small"
              icon={EditIcon}
              expanded={open === 'invitation'}
              onClick={toOpen('invitation')}
            >
              Invitation
            </Button>
            <Button size="small" icon={CheckIcon} expanded={open === 'meeting'} onClick={toOpen('meeting')}>
              {heldOn === undefined ? 'Note the meeting' : 'Change the meeting'}
            </Button>
          </>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {open === undefined ? null : (
          <MeetingForm
            key={`${open} ${String(version)}`}
            wayBack={wayBack}
            part={open}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === undefined ? <Facts wayBack={wayBack} /> : null}
        <Duty wayBack={wayBack} />
      </Stack>
    </Panel>
  );
}

function Facts({ wayBack }: { readonly wayBack: WayBack }) {
  const { drawn } = useCurtain();
  const { invitedOn, invitedHow, meetingOn, meetingAt, heldOn, present, agreed, whatWorked } = wayBack;
  const text = (words: string | undefined) =>
    words === undefined ? undefined : <span className={styles.account}>{drawn ? '…' : words}</span>;
  const items = [
    {
      term: 'Invited',
      detail: invitedOn && (
        <>
          <DateText date={invitedOn} />
          {invitedHow ? `, ${invitedHow}` : null}
        </>
      ),
    },
    {
      term: 'Set for',
      detail: meetingOn && (
        <>
          <DateText date={meetingOn} />
          {meetingAt ? `, ${formatTime(meetingAt)}` : null}
        </>
      ),
    },
    { term: 'Held', detail: heldOn && <DateText date={heldOn} /> },
    { term: 'Who came', detail: text(present) },
    { term: 'Agreed', detail: text(agreed) },
    { term: 'What worked', detail: text(whatWorked) },
  ].filter(({ detail }) => detail !== undefined);
  return items.length === 0 ? <Text muted>Nothing is noted yet.</Text> : <DefinitionList items={items} />;
}

/** What the duties say of the meeting, whichever of the two was noted. */
function Duty({ wayBack: { duty, heldOn } }: { readonly wayBack: WayBack }) {
  if (duty === undefined || (!duty.owed && duty.done === undefined)) return null;
  const { done, dueBy } = duty;
  if (done === undefined) {
    return (
      <div>
        <StatusTag tone="due">Duty open</StatusTag> The meeting is among the duties of this case
        {dueBy === undefined ? null : (
          <>
            , by <DateText date={dueBy} />
          </>
        )}
        . Noting it here does the duty.
      </div>
    );
  }
  return (
    <div>
      <StatusTag tone="done">Duty done</StatusTag> <DateText date={done.on} />: {done.how}, by {done.byWhom}.
      {heldOn === undefined ? ' Who came and what was agreed is not noted here yet.' : null}
    </div>
  );
}
