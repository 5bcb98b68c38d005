import { sayPlacesNumber } from '#shared/text/forecast-words.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { VERDICTS, sayRange } from '../../ui/places/say-need.ts';
import type { ForecastDay } from './types.ts';

const figure = (
  key: string,
  header: string,
  say: (day: ForecastDay) => string | undefined,
): Column<ForecastDay> => ({ key, header, numeric: true, render: (day) => say(day) ?? '' });

const DAY: Column<ForecastDay> = {
  key: 'day',
  header: 'Day',
  nowrap: true,
  render: ({ label, slots }) => (slots.length === 2 ? label : `${label} (${slots.join('')} only)`),
};

const PLACES: readonly Column<ForecastDay>[] = [
  figure('taken', 'Taken', ({ taken }) => String(taken.total)),
  figure('free-am', 'Free am', ({ free }) => String(free.am)),
  figure('free-pm', 'Free pm', ({ free }) => String(free.pm)),
  figure('free', 'Free', ({ free }) => String(free.total)),
];

const NEED: readonly Column<ForecastDay>[] = [
  figure('known', 'Known', ({ need }) => need && String(need.known.total)),
  figure('expected', 'Expected', ({ need }) => need && sayPlacesNumber(need.expected.total)),
  figure(
    'likely',
    'Likely need',
    ({ need }) => need && sayPlacesNumber(need.known.total + need.expected.total),
  ),
  figure('range', 'Range', ({ need }) => need && sayRange(need.range.total)),
  figure('range-am', 'Range am', ({ need }) => need && sayRange(need.range.am)),
  figure('range-pm', 'Range pm', ({ need }) => need && sayRange(need.range.pm)),
];

const VERDICT: Column<ForecastDay> = {
  key: 'verdict',
  header: 'Enough?',
  nowrap: true,
  render: ({ need }) => {
    if (!need) return '';
    const { tone, words } = VERDICTS[need.verdict];
    return <StatusTag tone={tone}>{words}</StatusTag>;
  },
};

/** The days in figures: what the chart shows, and more. Without a forecast the places alone. */
export function DaysTable({ days }: { readonly days: readonly ForecastDay[] }) {
  const given = days.some(({ need }) => need !== undefined);
  return (
    <DataTable
      caption={given ? 'Places likely needed and places free, day by day' : 'Places free, day by day'}
      columns={given ? [DAY, ...NEED, ...PLACES, VERDICT] : [DAY, ...PLACES]}
      rows={days}
      rowKey={({ date }) => date}
      empty={null}
    />
  );
}
