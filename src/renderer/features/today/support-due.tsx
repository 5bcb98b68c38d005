import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';

type Item = OperationOutput<'support.due'>['items'][number];

/** As many as a morning begins with; the rest is one press away. */
const SHOWN = 6;

const COLUMNS: readonly Column<Item>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    width: '26%',
    render: ({ pupilName, to }) => (
      <TextLink to={to}>
        <PersonName name={pupilName} />
      </TextLink>
    ),
  },
  { key: 'what', header: 'To see to', render: ({ what }) => what },
  {
    key: 'on',
    header: 'Due since',
    width: '120px',
    nowrap: true,
    render: ({ on }) => <DateText date={on} form="short" />,
  },
];

/** What is due of the register, plans, referrals, panels and returns, each thing once, the longest due first; nothing when nothing is. */
export function SupportDue() {
  const [all, setAll] = useState(false);
  const items = useOperation('support.due', {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ScreenOnly>
      <Panel
        title={`Support: ${plural(items.length, 'thing')} to see to`}
        context="Key workers, meetings, reviews, plans, referrals, panel actions and returns, the longest due first"
        flush
        actions={
          <>
            {items.length > SHOWN ? (
              <Button size="small" pressed={all} onClick={() => setAll(!all)}>
                {all ? 'The first only' : `Show all ${String(items.length)}`}
              </Button>
            ) : null}
            <TextLink to="/support">Open the at-risk register</TextLink>
          </>
        }
      >
        <DataTable
          caption="What is due in support"
          columns={COLUMNS}
          rows={all ? items : items.slice(0, SHOWN)}
          rowKey={({ key }) => key}
          maxHeight="50vh"
          empty={null}
        />
      </Panel>
    </ScreenOnly>
  );
}
