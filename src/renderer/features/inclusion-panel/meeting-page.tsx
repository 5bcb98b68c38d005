import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { BackIcon, EditIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { formatTime } from '../../ui/words/format.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { AgendaPanel } from './agenda-panel.tsx';
import { HeldPanel } from './held-panel.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import { ProposalsPanel } from './proposals-panel.tsx';
import type { Meeting } from './types.ts';

/** One meeting of the inclusion panel: agenda, minutes by pupil, actions. */
export function MeetingPage({ panelId }: { readonly panelId: string }) {
  const meeting = useOperation('panel.get', { panelId });
  return (
    <Page>
      {meeting.data ? <Head meeting={meeting.data} /> : <PageHeader title="Inclusion panel" />}
      <Loaded query={meeting} what="the panel">
        {(found) => <Parts meeting={found} />}
      </Loaded>
    </Page>
  );
}

function Head({ meeting }: { readonly meeting: Meeting }) {
  const { on, startsAt, place, heldOn } = meeting;
  const where = [startsAt === undefined ? undefined : formatTime(startsAt), place].filter(Boolean);
  return (
    <PageHeader
      title={`Panel of ${formatDate(on)}`}
      status={heldOn ? <StatusTag tone="done">Held</StatusTag> : <StatusTag tone="info">To come</StatusTag>}
      context={where.length > 0 ? where.join(', ') : undefined}
      actions={
        <>
          <ButtonLink to="/support/panel" icon={BackIcon}>
            Meetings
          </ButtonLink>
          <PaperButtons meeting={meeting} />
        </>
      }
    />
  );
}

function Parts({ meeting }: { readonly meeting: Meeting }) {
  const mayEdit = useMay('support.edit');
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          <HeldPanel meeting={meeting} mayEdit={mayEdit} />
          <Panel
            title="Invited"
            actions={
              mayEdit ? (
                <Button
                  size="small"
                  icon={EditIcon}
                  expanded={changing}
                  onClick={() => setChanging(!changing)}
                >
                  Change…
                </Button>
              ) : undefined
            }
          >
            <Stack gap={3}>
              {changing ? (
                <MeetingForm key={meeting.version} meeting={meeting} onSaved={close} onClose={close} />
              ) : null}
              <Text>{meeting.invited ?? 'Nobody is named yet.'}</Text>
            </Stack>
          </Panel>
          {meeting.heldOn ? null : <ProposalsPanel meeting={meeting} mayEdit={mayEdit} />}
        </>
      }
    >
      <AgendaPanel meeting={meeting} mayEdit={mayEdit} />
    </SplitLayout>
  );
}
