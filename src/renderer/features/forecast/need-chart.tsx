import { useId } from 'react';
import { sayRange } from '../../ui/places/say-need.ts';
import type { NeededDay } from './types.ts';
import styles from './forecast.module.css';

const WIDTH = 1000;
const HEIGHT = 232;
const LEFT = 32;
const TOP = 12;
const BOTTOM = 44;
const BAR = 36;
const CAP = 6;
/** How many times the highest need the chart reaches at most. */
const ROOM = 1.5;

/**
 * Each day as a bar: what is known, what is expected on top of it, a whisker for the range, and a line where the places
 * end that there are. For the eyes only: the table under it says the same in figures, and the picture's name in short.
 */
export function NeedChart({ days }: { readonly days: readonly NeededDay[] }) {
  const title = useId();
  const highest = Math.max(4, ...days.map(({ need }) => need.range.total.high));
  const most = Math.max(0, ...days.map(({ taken, free }) => taken.total + free.total));
  // Where there are many more places than anybody needs, the bars keep the room and the number stands at the top.
  const top = Math.max(highest, Math.min(most, highest * ROOM));
  const step = stepFor(top);
  const end = Math.ceil(top / step) * step;
  const y = (places: number) => TOP + (1 - places / end) * (HEIGHT - TOP - BOTTOM);
  const slot = (WIDTH - LEFT) / Math.max(1, days.length);
  const marks = Array.from({ length: end / step + 1 }, (_, at) => at * step);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} role="img" aria-labelledby={title}>
        <title id={title}>{summary(days)}</title>
        {marks.map((mark) => (
          <g key={mark}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} />
            <text className={styles.scale} x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {days.map(({ date, label, need, taken, free }, at) => {
          const middle = LEFT + slot * (at + 0.5);
          const known = need.known.total;
          const likely = known + need.expected.total;
          const { low, high } = need.range.total;
          const places = taken.total + free.total;
          const [weekday = '', ...day] = label.split(' ');
          return (
            <g key={date}>
              <rect
                className={styles.expected}
                x={middle - BAR / 2}
                width={BAR}
                y={y(likely)}
                height={y(known) - y(likely)}
              />
              <rect
                className={styles.known}
                x={middle - BAR / 2}
                width={BAR}
                y={y(known)}
                height={y(0) - y(known)}
              />
              <path
                className={styles.whisker}
                d={
                  `M${middle - CAP} ${y(high)}h${CAP * 2}M${middle - CAP} ${y(low)}h${CAP * 2}` +
                  `M${middle} ${y(high)}V${y(low)}`
                }
              />
              {places > end ? (
                <text className={styles.above} x={middle} y={TOP + 14} textAnchor="middle">
                  ↑ {places}
                </text>
              ) : (
                <line
                  className={styles.places}
                  x1={LEFT + slot * at}
                  x2={LEFT + slot * (at + 1)}
                  y1={y(places)}
                  y2={y(places)}
                />
              )}
              <text className={styles.day} x={middle} y={HEIGHT - 26} textAnchor="middle">
                {weekday}
              </text>
              <text className={styles.day} x={middle} y={HEIGHT - 8} textAnchor="middle">
                {day.join(' ')}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.legend}>
        <span>
          <svg viewBox="0 0 16 12" aria-hidden="true">
            <rect className={styles.known} width="16" height="12" />
          </svg>
          Known: on record
        </span>
        <span>
          <svg viewBox="0 0 16 12" aria-hidden="true">
            <rect className={styles.expected} x="0.5" y="0.5" width="15" height="11" />
          </svg>
          Expected: may still come in
        </span>
        <span>
          <svg viewBox="0 0 16 12" aria-hidden="true">
            <path className={styles.whisker} d="M2 1h12M2 11h12M8 1V11" />
          </svg>
          Range: 8 of 10 cases or more
        </span>
        <span>
          <svg viewBox="0 0 16 12" aria-hidden="true">
            <line className={styles.places} x1="0" x2="16" y1="6" y2="6" />
          </svg>
          Places there are: taken and free{most > end ? ' (↑ beyond the chart)' : ''}
        </span>
      </figcaption>
    </figure>
  );
}

/** Six marks at most, at 1, 2, 5, 10, 20 and so on. */
function stepFor(top: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  return steps.find((step) => top / step <= 6) ?? 2000;
}

function summary(days: readonly NeededDay[]): string {
  const lines = days.map(
    ({ label, need, taken, free }) =>
      `${label} ${sayRange(need.range.total)} of ${String(taken.total + free.total)}`,
  );
  return `Places likely needed, of the places there are: ${lines.join('; ')}.`;
}
