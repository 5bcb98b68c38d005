import { useId } from 'react';
import { Bar, BarChart as LibraryBarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts';
import styles from './chart.module.css';

export interface ChartBar {
  readonly key: string;
  readonly label: string;
  /** Null is blank: no bar, and the text says so. */
  readonly value: number | null;
  /** What stands over the bar: the figure with its n. */
  readonly text: string;
}

export interface BarChartProps {
  /** What the picture shows, in a sentence; read out in its place. */
  readonly label: string;
  readonly bars: readonly ChartBar[];
  /** Where the same figures are in words. */
  readonly twin: string;
  readonly height?: number;
}

/** Bars side by side, from nought. Nothing moves. For the eyes: the table it names has the same figures. */
export function BarChart({ label, bars, twin, height = 200 }: BarChartProps) {
  const id = useId();
  const data = bars.map((bar) => ({ ...bar, height: bar.value ?? 0 }));
  const words = bars.map((bar) => `${bar.label}: ${bar.text}`).join('; ');
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <div className={styles.chart} style={{ height }} role="img" aria-label={`${label}. ${words}.`}>
        <LibraryBarChart
          responsive
          accessibilityLayer={false}
          style={{ width: '100%', height: '100%' }}
          data={data}
          margin={{ top: 22, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} stroke="var(--border)" interval={0} />
          <YAxis width={44} tickLine={false} axisLine={false} />
          <Bar dataKey="height" fill="var(--primary)" maxBarSize={64} isAnimationActive={false}>
            <LabelList dataKey="text" position="top" className={styles.figureText ?? ''} />
          </Bar>
        </LibraryBarChart>
      </div>
      <figcaption id={id} className={styles.caption}>
        {label}. {twin}
      </figcaption>
    </figure>
  );
}
