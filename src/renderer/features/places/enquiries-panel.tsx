import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, PhoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import { EnquiryForm } from './enquiry-form.tsx';
import styles from './board.module.css';

type Enquiry = OperationOutput<'enquiries.list'>['enquiries'][number];

interface EnquiriesPanelProps {
  readonly exclusionId: string;
  readonly name: string;
  /** The days for which a place is looked for. */
  readonly from: string;
  readonly to: string;
  readonly mayBook: boolean;
}

const COLUMNS: readonly Column<Enquiry>[] = [
  {
    key: 'asked',
    header: 'Asked on',
    value: ({ askedOn }) => askedOn,
    render: ({ askedOn }) => <DateText date={askedOn} form="short" />,
    nowrap: true,
  },
  { key: 'provider', header: 'Provider', value: ({ providerName }) => providerName },
  {
    key: 'for',
    header: 'For',
    render: ({ from, to }) =>
      from === to ? formatShortDate(from) : `${formatShortDate(from)} to ${formatShortDate(to)}`,
  },
  { key: 'answer', header: 'Answer', value: ({ answer }) => ANSWER_WORDS[answer] },
  { key: 'note', header: 'Note', render: ({ note }) => note ?? '' },
  { key: 'by', header: 'Noted by', value: ({ askedBy }) => askedBy },
];

/** "No place found": who was asked, when, and what they said; evidence that a place was looked for. */
export function EnquiriesPanel({ exclusionId, name, from, to, mayBook }: EnquiriesPanelProps) {
  const personName = usePersonName();
  const [adding, setAdding] = useState(false);
  const list = useOperation('enquiries.list', { exclusionId });
  return (
    <Panel
      title="Providers asked"
      context={`Who was asked for ${personName(name)}, and what they answered; kept as evidence`}
      actions={
        mayBook && !adding ? (
          <Button size="small" icon={AddIcon} onClick={() => setAdding(true)}>
            Note an enquiry
          </Button>
        ) : undefined
      }
      flush
    >
      {adding ? (
        <div className={styles.form}>
          <EnquiryForm exclusionId={exclusionId} from={from} to={to} onClose={() => setAdding(false)} />
        </div>
      ) : null}
      <Loaded query={list} what="who was asked">
        {({ enquiries }) => (
          <DataTable
            caption="Providers asked for a place"
            columns={COLUMNS}
            rows={enquiries}
            rowKey={({ id }) => id}
            initialSort={{ key: 'asked', direction: 'descending' }}
            empty={
              <EmptyState icon={PhoneIcon} title="Nobody was asked yet">
                Note each provider that was asked and had no place: the record shows that the school looked.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
