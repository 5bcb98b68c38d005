import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DateText } from '../../ui/words/date-text.tsx';

const TERM_NAMES = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const;

interface StatementProps {
  readonly schoolId: string;
  readonly schoolYear: number;
  readonly onClose: () => void;
}

/** The statement of a school year for a partner school: initials only, since it leaves the school. */
export function Statement({ schoolId, schoolYear, onClose }: StatementProps) {
  const query = useOperation('use.statement', { schoolId, schoolYear });
  const year = `${String(schoolYear)}/${String((schoolYear + 1) % 100).padStart(2, '0')}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Statement ${year}${query.data ? ` with ${query.data.schoolName}` : ''}`}
      width={860}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={() => window.print()}>
            Print
          </Button>
        </>
      }
    >
      <Loaded query={query} what="the statement">
        {({ lines, lent, borrowed, ourName, schoolName }) => (
          <Stack gap={3}>
            <Text>
              {ourName} lent {schoolName} {lent} {lent === 1 ? 'session' : 'sessions'} and borrowed {borrowed}
              .
            </Text>
            <DataTable
              caption={`Sessions lent and borrowed in ${year}`}
              columns={[
                { key: 'term', header: 'Term', value: ({ term }) => TERM_NAMES[term] },
                {
                  key: 'direction',
                  header: 'Lent or borrowed',
                  value: ({ direction }) => (direction === 'lent' ? 'Lent' : 'Borrowed'),
                },
                { key: 'initials', header: 'Pupil', value: ({ initials }) => initials },
                { key: 'where', header: 'Where', value: ({ providerName }) => providerName },
                {
                  key: 'from',
                  header: 'From',
                  value: ({ from }) => from,
                  render: ({ from }) => <DateText date={from} />,
                },
                {
                  key: 'to',
                  header: 'To',
                  value: ({ to }) => to,
                  render: ({ to }) => <DateText date={to} />,
                },
                { key: 'sessions', header: 'Sessions', numeric: true, value: ({ sessions }) => sessions },
              ]}
              rows={lines}
              rowKey={({ direction, initials, from, providerName }) =>
                `${direction} ${initials} ${from} ${providerName}`
              }
              maxHeight="50vh"
              empty={<Text muted>Nothing was lent or borrowed in this school year.</Text>}
            />
          </Stack>
        )}
      </Loaded>
    </Dialog>
  );
}
