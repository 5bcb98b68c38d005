import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { stackDots, type Dot } from './stack-dots.ts';
import styles from './chart.module.css';

export interface DotPlotProps {
  /** What the picture shows, in a sentence. */
  readonly label: string;
  readonly dots: readonly Dot[];
  readonly mean: { readonly value: number; readonly text: string } | undefined;
  /** Where the same figures are in words. */
  readonly twin: string;
  readonly height?: number;
  /** Enter on a dot. */
  readonly onOpen?: ((key: string) => void) | undefined;
}

const COLUMNS = 60;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };

/** Each school as a dot along the measure, with the mean as a line. Left and right go from dot to dot and name it. */
export function DotPlot({ label, dots, mean, twin, height = 150, onOpen }: DotPlotProps) {
  const id = useId();
  const stacked = useMemo(() => stackDots(dots, COLUMNS), [dots]);
  const [current, setCurrent] = useState<number>();
  const named = current === undefined ? undefined : stacked[current];
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && named) onOpen?.(named.key);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? stacked.length - 1
          : event.key in STEPS
            ? (current ?? -1) + (STEPS[event.key] ?? 0)
            : undefined;
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(Math.max(0, Math.min(stacked.length - 1, to)));
  };
  const most = Math.max(4, ...stacked.map((dot) => dot.height));
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      {/* A picture that the arrow keys walk through; what they reach is said in the line under it. */}
      <div
        className={styles.chart}
        style={{ height }}
        role="slider"
        aria-roledescription="dot plot"
        aria-label={`${label}. ${mean ? `${mean.text}. ` : ''}Left and right arrow keys name each dot.`}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, stacked.length)}
        aria-valuenow={(current ?? 0) + 1}
        aria-valuetext={named ? `${named.name}: ${named.text}` : label}
        tabIndex={0}
        onKeyDown={move}
      >
        <ScatterChart
          responsive
          accessibilityLayer={false}
          style={{ width: '100%', height: '100%' }}
          margin={{ top: 18, right: 48, bottom: 0, left: 48 }}
        >
          <XAxis dataKey="value" type="number" domain={['auto', 'auto']} stroke="var(--border)" />
          <YAxis dataKey="height" type="number" domain={[0, most + 1]} hide />
          <Scatter
            data={stacked.map((dot, at) => ({ ...dot, current: at === current }))}
            fill="var(--primary)"
            isAnimationActive={false}
            shape={PlottedDot}
          />
          {mean ? (
            <ReferenceLine
              x={mean.value}
              stroke="var(--ink)"
              strokeDasharray="4 3"
              label={{ value: mean.text, position: 'top' }}
            />
          ) : null}
        </ScatterChart>
      </div>
      <figcaption id={id} className={styles.caption}>
        <span className={styles.named}>{named ? `${named.name}: ${named.text}` : ''}</span>
        {named ? null : `${label}. ${twin}`}
      </figcaption>
    </figure>
  );
}

interface PlottedDotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: (Dot & { readonly current?: boolean }) | undefined;
}

function PlottedDot({ cx = 0, cy = 0, payload }: PlottedDotProps) {
  const current = payload?.current ?? false;
  return (
    <circle
      cx={cx}
      cy={cy}
      r={current ? 6 : 3.5}
      fill={current ? 'var(--focus)' : 'var(--primary)'}
      fillOpacity={0.75}
      stroke="var(--paper)"
    >
      <title>{payload ? `${payload.name}: ${payload.text}` : ''}</title>
    </circle>
  );
}
