import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import type { Figures } from './types.ts';
import styles from './use.module.css';

type Month = Figures['trend'][number];

const HEIGHT = 120;
const STEP = 56;
const BAR = 18;

const nameOf = ({ month }: Month): string => {
  const [year = '', number = ''] = month.split('-');
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(number) - 1, 1),
  );
  return `${name} ${year.slice(2)}`;
};

/** Exclusions beside places, month by month: do more places bring more exclusions, or fewer? The table has the figures. */
export function TrendPanel({ trend }: { readonly trend: Figures['trend'] }) {
  if (trend.length < 2) return null;
  const mostPlaces = Math.max(1, ...trend.map(({ offered }) => offered));
  const mostExclusions = Math.max(1, ...trend.map(({ exclusions }) => exclusions));
  const high = (value: number, most: number) => (value / most) * HEIGHT;
  return (
    <Panel title="Exclusions and places" context="Each has a scale of its own; the figures are in the table.">
      <div className={styles.chart}>
        <svg
          width={trend.length * STEP}
          height={HEIGHT + 40}
          role="img"
          aria-label="Exclusions begun and places used, month by month. The table below has the figures."
        >
          {trend.map((month, at) => (
            <g key={month.month} transform={`translate(${String(at * STEP + 6)} 16)`}>
              <rect
                className={styles.offered}
                x={0}
                width={BAR}
                y={HEIGHT - high(month.offered, mostPlaces)}
                height={high(month.offered, mostPlaces)}
              />
              <rect
                className={styles.used}
                x={0}
                width={BAR}
                y={HEIGHT - high(month.used, mostPlaces)}
                height={high(month.used, mostPlaces)}
              />
              <rect
                className={styles.exclusions}
                x={BAR + 3}
                width={BAR}
                y={HEIGHT - high(month.exclusions, mostExclusions)}
                height={high(month.exclusions, mostExclusions)}
              />
              <text className={styles.month} x={BAR} y={HEIGHT + 18} textAnchor="middle">
                {nameOf(month)}
              </text>
            </g>
          ))}
        </svg>
        <ul className={styles.legend}>
          <li data-series="offered">Places offered</li>
          <li data-series="used">Places used</li>
          <li data-series="exclusions">Exclusions begun</li>
        </ul>
      </div>
      <Disclosure summary="The figures as a table">
        <DataTable
          caption="Exclusions and places by month"
          columns={[
            { key: 'month', header: 'Month', value: ({ month }) => month, render: nameOf },
            {
              key: 'exclusions',
              header: 'Exclusions begun',
              numeric: true,
              value: ({ exclusions }) => exclusions,
            },
            { key: 'offered', header: 'Places offered', numeric: true, value: ({ offered }) => offered },
            { key: 'used', header: 'Places used', numeric: true, value: ({ used }) => used },
          ]}
          rows={trend}
          rowKey={({ month }) => month}
          empty={null}
        />
      </Disclosure>
    </Panel>
  );
}
