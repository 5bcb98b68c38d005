import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Partner } from './types.ts';

type Line = Partner['terms'][number] & { readonly partner: Partner };

const inWords = ({ lent, borrowed }: Pick<Partner, 'lent' | 'borrowed'>): string =>
  lent === borrowed
    ? 'Even'
    : lent > borrowed
      ? `They owe us ${String(lent - borrowed)}`
      : `We owe them ${String(borrowed - lent)}`;

/** Sessions lent to and borrowed from each partner school by term, and the statement to send. */
export function BalancePanel() {
  const query = useOperation('use.balance', {});
  return (
    <Panel
      title="Lent and borrowed"
      context="Sessions of pupils we host for partner schools, and of ours at theirs"
      flush
    >
      <Loaded query={query} what="the balance">
        {({ partners }) => (
          <DataTable
            caption="Sessions lent and borrowed by partner school and term"
            columns={[
              {
                key: 'school',
                header: 'Partner school',
                width: '30%',
                value: ({ partner }) => partner.schoolName,
              },
              {
                key: 'term',
                header: 'Term',
                nowrap: true,
                value: ({ schoolYear }) => schoolYear,
                render: ({ schoolYear, term }) => `${termWords(term)} ${formatSchoolYear(schoolYear)}`,
              },
              { key: 'lent', header: 'Lent', numeric: true, value: ({ lent }) => lent },
              { key: 'borrowed', header: 'Borrowed', numeric: true, value: ({ borrowed }) => borrowed },
              { key: 'over', header: 'In this term', value: inWords },
              { key: 'all', header: 'Over all terms', value: ({ partner }) => inWords(partner) },
              {
                key: 'statement',
                header: 'Statement',
                render: ({ partner, schoolYear }) => (
                  <TextLink
                    to="/places/use/statement"
                    search={{ school: partner.schoolId, year: schoolYear }}
                  >
                    Statement {formatSchoolYear(schoolYear)}
                  </TextLink>
                ),
              },
            ]}
            rows={partners.flatMap((partner) => partner.terms.map((term): Line => ({ ...term, partner })))}
            rowKey={({ partner, schoolYear, term }) => `${partner.schoolId} ${String(schoolYear)} ${term}`}
            maxHeight="420px"
            empty={
              <EmptyState
                icon={PlaceIcon}
                title="Nothing lent or borrowed yet"
                action={<ButtonLink to="/places/providers">Providers</ButtonLink>}
              >
                Say at a partner school&rsquo;s provider page which school it is with; sessions there are
                borrowed, and sessions of its pupils with us are lent.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
