import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon, PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';

export interface StatementPageProps {
  readonly schoolId: string;
  readonly schoolYear: number;
}

/** The statement of a school year for a partner school, to print: initials only, since it leaves the school. */
export function StatementPage({ schoolId, schoolYear }: StatementPageProps) {
  const query = useOperation('use.statement', { schoolId, schoolYear });
  const user = useOperation('session.get', {}).data?.userName;
  const year = formatSchoolYear(schoolYear);
  const title = `Statement ${year}${query.data ? ` with ${query.data.schoolName}` : ''}`;
  return (
    <Page>
      <ScreenOnly>
        <PageHeader
          title={title}
          context="Every stay lent and borrowed in the school year; pupils by their initials, since it leaves the school."
          actions={
            <>
              <ButtonLink to="/places/use">Use of places</ButtonLink>
              <Button variant="primary" icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
            </>
          }
        />
      </ScreenOnly>
      <SheetHead of={query.data?.ourName} title={title} printedBy={user} />
      <Loaded query={query} what="the statement">
        {({ lines, lent, borrowed, ourName, schoolName }) => (
          <Panel
            title={`${ourName} lent ${schoolName} ${plural(lent, 'session')} and borrowed ${String(borrowed)}`}
            flush
          >
            <DataTable
              caption={`Sessions lent and borrowed in ${year}`}
              columns={[
                { key: 'term', header: 'Term', nowrap: true, value: ({ term }) => termWords(term) },
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
                  nowrap: true,
                  value: ({ from }) => from,
                  render: ({ from }) => <DateText date={from} form="short" />,
                },
                {
                  key: 'to',
                  header: 'To',
                  nowrap: true,
                  value: ({ to }) => to,
                  render: ({ to }) => <DateText date={to} form="short" />,
                },
                { key: 'sessions', header: 'Sessions', numeric: true, value: ({ sessions }) => sessions },
              ]}
              rows={lines}
              rowKey={({ direction, initials, from, providerName }) =>
                `${direction} ${initials} ${from} ${providerName}`
              }
              empty={
                <EmptyState icon={DoneIcon} title="Nothing in this school year">
                  No session was lent to this school or borrowed from it.
                </EmptyState>
              }
            />
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
