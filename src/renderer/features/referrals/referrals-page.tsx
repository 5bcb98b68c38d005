import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { AddIcon, SupportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { AgenciesPanel } from './agencies-panel.tsx';
import { ReferralForm } from './referral-form.tsx';
import { REFERRAL_COLUMNS } from './referral-columns.tsx';
import { ReferralPanel } from './referral-panel.tsx';
import type { Referral } from './types.ts';

/** What is open in place of a referral’s id while one is written. */
const NEW = 'new';

type Shown = 'open' | 'returned' | 'closed';

const EMPTY: Readonly<Record<Shown, readonly [title: string, text: string]>> = {
  open: ['No referral is open', 'A pupil can be referred to any agency of the directory below.'],
  returned: [
    'None has come back',
    'A referral that an agency returns stands here until it is made again or closed.',
  ],
  closed: ['None is closed', 'What came of each referral stays here to be read.'],
};

/** Referrals to agencies and teams, those that came back first, and the directory of agencies. */
export function ReferralsPage() {
  const mayEdit = useMay('support.edit');
  const [chosen, setChosen] = useState<Shown>();
  const [opened, setOpened] = useState<string>();
  const list = useOperation('referrals.list', { state: 'all' });
  const shown = chosen ?? (list.data && list.data.returned > 0 ? 'returned' : 'open');
  const close = () => setOpened(undefined);
  return (
    <Page>
      <PageHeader
        title="Referrals"
        status={
          list.data && list.data.returned > 0 ? (
            <StatusTag tone="overdue">{plural(list.data.returned, 'referral')} came back</StatusTag>
          ) : null
        }
        context="To agencies and teams outside the school, and what came of them"
        actions={
          mayEdit ? (
            <Button
              icon={AddIcon}
              pressed={opened === NEW}
              onClick={() => setOpened(opened === NEW ? undefined : NEW)}
            >
              Refer a pupil
            </Button>
          ) : undefined
        }
      />
      {opened === NEW ? (
        <Panel title="Refer a pupil">
          <ReferralForm again={undefined} onClose={close} />
        </Panel>
      ) : null}
      <Loaded query={list} what="the referrals">
        {({ referrals }) => {
          const found = referrals.find(({ id }) => id === opened);
          const [title, text] = EMPTY[shown];
          return (
            <>
              {found ? (
                <ReferralPanel
                  key={found.id + String(found.version)}
                  referral={found}
                  mayEdit={mayEdit}
                  onClose={close}
                />
              ) : null}
              <Panel
                title="Referrals of pupils"
                actions={
                  <SegmentedChoice<Shown>
                    label="Which referrals"
                    hideLabel
                    value={shown}
                    onChange={setChosen}
                    options={[
                      { value: 'open', label: 'Open' },
                      { value: 'returned', label: 'Came back' },
                      { value: 'closed', label: 'Closed' },
                    ]}
                  />
                }
                flush
              >
                <DataTable
                  key={shown}
                  caption="Referrals of pupils"
                  columns={REFERRAL_COLUMNS}
                  rows={referrals.filter((one) => belongsTo(one) === shown)}
                  rowKey={({ id }) => id}
                  selectedKey={found?.id}
                  onOpen={({ id }) => setOpened(id)}
                  initialSort={{ key: 'made', direction: 'descending' }}
                  maxHeight="50vh"
                  empty={
                    <EmptyState icon={SupportIcon} title={title}>
                      {text}
                    </EmptyState>
                  }
                />
              </Panel>
            </>
          );
        }}
      </Loaded>
      <AgenciesPanel mayEdit={mayEdit} />
    </Page>
  );
}

/** One that was made again is over. */
function belongsTo({ state, madeAgain }: Referral): Shown {
  if (state === 'sent' || state === 'accepted') return 'open';
  return state === 'returned' && !madeAgain ? 'returned' : 'closed';
}
