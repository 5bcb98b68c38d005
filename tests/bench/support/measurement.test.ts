import { expect, test } from 'vitest';
import { budget, measurement, spreadOf } from './measurement.ts';

test('the median of an odd number of samples is the middle one, whatever their order', () => {
  expect(spreadOf([9, 1, 100])).toEqual({ median: 9, min: 1, max: 100 });
});

test('the median of an even number of samples lies between the two in the middle', () => {
  expect(spreadOf([4, 1, 2, 50])).toEqual({ median: 3, min: 1, max: 50 });
});

test('no samples are no measurement', () => {
  expect(() => spreadOf([])).toThrow('nothing to take the median of');
});

test('the ratio is ours divided by the yardstick’s', () => {
  const { ratio, yardstick } = measurement('search', 'ms', [10, 30, 20], budget('a keystroke', 50));
  expect(ratio).toBe(0.4);
  expect(yardstick).toEqual({ name: 'a keystroke', median: 50, min: 50, max: 50 });
});
