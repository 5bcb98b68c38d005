import type { Measurement, Spread } from './measurement.ts';

const HEADINGS = ['Measurement', 'Median', 'Min', 'Max', 'Unit', 'Yardstick', 'Median', 'Ratio'] as const;
const LEFT = new Set([0, 4, 5]);

/** The results for a terminal; also a Markdown table, so that it can be pasted into a page. */
export function table(results: readonly Measurement[]): string {
  const rows = results.map((one) => [
    one.name,
    ...spread(one),
    one.unit,
    one.yardstick.name,
    number(one.yardstick.median),
    `${number(one.ratio)}×`,
  ]);
  const widths = HEADINGS.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, LEFT.has(at))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (LEFT.has(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(HEADINGS), rule, ...rows.map(line)].join('\n');
}

const spread = ({ median, min, max }: Spread): string[] => [median, min, max].map(number);

const pad = (text: string, width: number, left: boolean): string =>
  left ? text.padEnd(width) : text.padStart(width);

/** Three figures are enough: the next one is noise. */
const number = (value: number): string =>
  value.toLocaleString(
    'en-GB',
    value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
