import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { changeFigureWords, figureWords } from '#shared/text/compare-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { FigureWithN } from './figure-with-n.tsx';
import type { Compared } from './types.ts';

type Change = Compared['changes'][number];

const signed = (value: number | null, decimals?: number): string | null =>
  value === null ? null : changeFigureWords(value, decimals);

/** "58 (53%)". */
const share = (part: number, whole: number): string =>
  whole === 0 ? '0' : `${figureWords(part)} (${Math.round((part / whole) * 100)}%)`;

const COLUMNS: readonly Column<Change>[] = [
  {
    key: 'years',
    header: 'Between',
    nowrap: true,
    render: ({ earlier, later }) => `${formatSchoolYear(earlier)} and ${formatSchoolYear(later)}`,
  },
  {
    key: 'matched',
    header: 'Matched change',
    numeric: true,
    nowrap: true,
    render: ({ matched }) => <FigureWithN text={signed(matched.mean, 1)} n={figureWords(matched.n)} />,
  },
  {
    key: 'pooled',
    header: 'Pooled difference',
    numeric: true,
    nowrap: true,
    render: ({ pooled }) => (
      <FigureWithN
        text={signed(pooled.difference, 1)}
        n={`${figureWords(pooled.nEarlier)}, ${figureWords(pooled.nLater)}`}
      />
    ),
  },
  { key: 'fell', header: 'Fell', numeric: true, nowrap: true, render: of('fell') },
  { key: 'stayed', header: 'Stayed', numeric: true, nowrap: true, render: of('stayed') },
  { key: 'rose', header: 'Rose', numeric: true, nowrap: true, render: of('rose') },
  { key: 'min', header: 'Lowest', numeric: true, render: ({ matched }) => signed(matched.min) },
  { key: 'max', header: 'Highest', numeric: true, render: ({ matched }) => signed(matched.max) },
  {
    key: 'sd',
    header: 'SD',
    numeric: true,
    render: ({ matched }) => (matched.sd === null ? '' : figureWords(matched.sd, 1)),
  },
];

function of(way: 'fell' | 'stayed' | 'rose') {
  return ({ matched }: Change) => share(matched[way], matched.n);
}

/** Matched change beside the pooled difference: where they part, other schools are in the two means. */
export function ChangesPanel({ changes }: { readonly changes: Compared['changes'] }) {
  return (
    <Panel
      title="Change between years"
      context="Matched: over the schools with both years. Pooled: the later mean less the earlier, whatever schools are in them. Minus is a reduction."
      flush
    >
      <DataTable
        caption="Change between school years"
        columns={COLUMNS}
        rows={changes}
        rowKey={({ earlier, later }) => `${earlier} ${later}`}
        empty={null}
      />
    </Panel>
  );
}
