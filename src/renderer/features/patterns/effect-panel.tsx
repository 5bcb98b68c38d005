import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './patterns.module.css';
import type { Effect } from './types.ts';

interface Row {
  readonly name: string;
  readonly figures: Effect['all'];
}

/** Exclusions in the term before and after stays, with how many there are and how to read it. */
export function EffectPanel() {
  const effect = useOperation('patterns.effect', {});
  return (
    <Loaded query={effect} what="the exclusions before and after stays">
      {(found) => (
        <Panel
          title="Before and after stays at providers"
          context={`Exclusions in the ${String(found.termDays)} school days before each stay and after it, whatever days are chosen above`}
          flush
        >
          <DataTable
            caption="Exclusions in the term before and after stays"
            columns={columnsOf(found.leastStays)}
            rows={rowsOf(found)}
            rowKey={({ name }) => name}
            empty={
              <EmptyState icon={PlaceIcon} title="No stay has a term on either side yet">
                A stay is counted once a term has passed since it.
              </EmptyState>
            }
          />
          <div className={styles.caution}>
            <LeftOut effect={found} />
            <h3>How to read it</h3>
            <ul>
              {found.caution.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </Panel>
      )}
    </Loaded>
  );
}

const rowsOf = ({ all, providers }: Effect): readonly Row[] =>
  all.stays === 0
    ? []
    : [
        { name: 'All stays', figures: all },
        ...providers.map(({ providerName, ...figures }) => ({ name: providerName, figures })),
      ];

const columnsOf = (leastStays: number): readonly Column<Row>[] => [
  { key: 'name', header: 'Provider', width: '26%', render: ({ name }) => name },
  { key: 'stays', header: 'Stays', numeric: true, render: ({ figures }) => figures.stays },
  { key: 'pupils', header: 'Pupils', numeric: true, render: ({ figures }) => figures.pupils },
  {
    key: 'before',
    header: 'Before',
    numeric: true,
    render: ({ figures: { figures } }) => figures?.before ?? '–',
  },
  {
    key: 'after',
    header: 'After',
    numeric: true,
    render: ({ figures: { figures } }) => figures?.after ?? '–',
  },
  {
    key: 'split',
    header: 'Stays by what came after',
    width: '34%',
    render: ({ figures: { figures } }) =>
      figures === undefined
        ? `Under ${String(leastStays)} stays: too few to say`
        : `${String(figures.fewer)} with fewer, ${String(figures.same)} with as many, ${String(figures.more)} with more`,
  },
];

/** Which stays are not in it, and why. */
function LeftOut({ effect: { tooRecent, tooEarly, notOnRoll } }: { readonly effect: Effect }) {
  const parts = [
    tooRecent === 0 ? undefined : `${plural(tooRecent, 'stay')} less than a term ago`,
    tooEarly === 0 ? undefined : `${plural(tooEarly, 'stay')} with less than a term on record before`,
    notOnRoll === 0 ? undefined : `${plural(notOnRoll, 'stay')} of pupils who were not on roll all the time`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? null : <p>Left out: {parts.join(', ')}.</p>;
}
