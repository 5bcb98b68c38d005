import { sayMoney } from '#shared/text/money-words.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Figures } from './types.ts';
import styles from './use.module.css';

type Rate = Figures['providers'][number];
type Use = Figures['total'];

const money = (pence: number | null): string => (pence === null ? '–' : sayMoney(pence));
const occupancy = ({ booked, offered }: Use): number => (offered === 0 ? 0 : booked / offered);
const days = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

const figure = (key: string, header: string, of: (use: Use) => number | null, say: (use: Use) => string) => ({
  key,
  header,
  numeric: true,
  value: (rate: Rate) => of(rate) ?? -1,
  render: (rate: Rate) => say(rate),
  say,
});

const FIGURES = [
  figure(
    'offered',
    'Offered',
    (use) => use.offered,
    (use) => String(use.offered),
  ),
  figure(
    'booked',
    'Booked',
    (use) => use.booked,
    (use) => String(use.booked),
  ),
  figure('occupancy', 'Occupancy', occupancy, (use) => `${(occupancy(use) * 100).toFixed(0)}%`),
  figure(
    'attended',
    'Attended',
    (use) => use.attended,
    (use) => String(use.attended),
  ),
  figure(
    'not-taken-up',
    'Not taken up',
    (use) => use.notTakenUp,
    (use) => String(use.notTakenUp),
  ),
  figure(
    'unmarked',
    'Not marked',
    (use) => use.unmarked,
    (use) => String(use.unmarked),
  ),
  figure(
    'stay',
    'Mean stay, days',
    (use) => use.meanStayDays,
    (use) => days(use.meanStayDays),
  ),
  figure(
    'repeats',
    'Repeat stays',
    (use) => use.repeats,
    (use) => `${String(use.repeats)} of ${String(use.stays)}`,
  ),
  figure(
    'cost-unused',
    'Cost of empty places',
    (use) => use.costUnused,
    (use) => money(use.costUnused),
  ),
  figure(
    'cost',
    'Cost a place used',
    (use) => use.costPerUsed,
    (use) => money(use.costPerUsed),
  ),
];

/** Use and cost by provider, and by the school that sends the pupils. */
export function ProvidersPanel({ figures }: { readonly figures: Figures }) {
  const { providers, total, schools } = figures;
  const columns: readonly Column<Rate>[] = [
    {
      key: 'provider',
      header: 'Provider',
      width: '22%',
      value: ({ providerName }) => providerName,
      render: ({ providerId, providerName, providerKind }) => (
        <>
          <TextLink to="/places/providers/$providerId" params={{ providerId }}>
            {providerName}
          </TextLink>
          <span className={styles.kind}>{PROVIDER_KIND_WORDS[providerKind].one}</span>
        </>
      ),
      total: 'All providers',
    },
    ...FIGURES.map(({ say, ...column }) => ({ ...column, total: say(total) })),
  ];
  return (
    <Panel
      title="By provider"
      context="A place nobody marked counts as used. The cost of a place used carries the empty ones with it."
      flush
    >
      <DataTable
        caption="Use and cost of places by provider"
        columns={columns}
        rows={providers}
        rowKey={({ providerId }) => providerId}
        empty={
          <EmptyState
            icon={PlaceIcon}
            title="No providers yet"
            action={<ButtonLink to="/places/providers">Enter providers</ButtonLink>}
          >
            Enter the places where excluded pupils can be taught; their use is counted here.
          </EmptyState>
        }
      />
      {schools.length > 1 ? (
        <DataTable
          caption="Places by the school that sends the pupils"
          showCaption
          columns={[
            { key: 'school', header: 'School', value: ({ schoolName }) => schoolName },
            { key: 'booked', header: 'Booked', numeric: true, value: ({ booked }) => booked },
            { key: 'attended', header: 'Attended', numeric: true, value: ({ attended }) => attended },
            { key: 'pupils', header: 'Pupils', numeric: true, value: ({ pupils }) => pupils },
          ]}
          rows={schools}
          rowKey={({ schoolName }) => schoolName}
          empty={null}
        />
      ) : null}
    </Panel>
  );
}
