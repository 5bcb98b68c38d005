import { expect, test } from 'vitest';
import { stackDots } from './stack-dots.ts';

const dot = (name: string, value: number) => ({ key: name, name, value, text: String(value) });

test('dots of about the same value stand on each other, the others beside them', () => {
  const heights = stackDots([dot('c', 10), dot('a', 0), dot('b', 0.1), dot('d', 5)], 10).map(
    ({ key, height }) => [key, height],
  );
  expect(heights).toEqual([
    ['a', 1],
    ['b', 2],
    ['d', 1],
    ['c', 1],
  ]);
});

test('dots that are all alike make one column, and none make none', () => {
  expect(stackDots([dot('a', 3), dot('b', 3)], 10).map(({ height }) => height)).toEqual([1, 2]);
  expect(stackDots([], 10)).toEqual([]);
});
