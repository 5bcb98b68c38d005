import { budget, measurement, spreadOf, type Measurement } from './measurement.ts';

/** Milliseconds within which an answer to a key feels immediate. */
const IMMEDIATE = 50;

/** The keystroke with the slowest median, against what a keystroke may take. */
export function slowestKeystroke(
  bench: string,
  keystrokes: readonly string[],
  samples: (text: string) => readonly number[],
): Measurement {
  const [slowest = ''] = keystrokes.toSorted(
    (a, b) => spreadOf(samples(b)).median - spreadOf(samples(a)).median,
  );
  return measurement(
    `${bench}: slowest keystroke, “${slowest}”`,
    'ms',
    samples(slowest),
    budget('a budget of 50 ms', IMMEDIATE),
  );
}
