import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gatherCalls } from './gather-calls.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('the first goes through at once, a flood of the same once more, another by itself', () => {
  const through: string[] = [];
  const { call } = gatherCalls<string>(300, (what) => through.push(what));
  for (let n = 0; n < 100; n += 1) call('import');
  call('booking');
  expect(through).toEqual(['import', 'booking']);
  vi.advanceTimersByTime(300);
  expect(through).toEqual(['import', 'booking', 'import']);
  vi.advanceTimersByTime(1000);
  expect(through).toHaveLength(3);
  call('import');
  expect(through).toHaveLength(4);
});

it('after its end nothing comes late', () => {
  const through: string[] = [];
  const { call, end } = gatherCalls<string>(300, (what) => through.push(what));
  call('import');
  call('import');
  end();
  vi.advanceTimersByTime(1000);
  expect(through).toEqual(['import']);
});
