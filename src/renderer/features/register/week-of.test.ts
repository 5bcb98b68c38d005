import { expect, test } from 'vitest';
import { weekOf } from './week-of.ts';

test.each(['2025-11-10', '2025-11-12', '2025-11-14', '2025-11-16'])(
  'the week of %s is its five days',
  (day) => {
    expect(weekOf(day)).toEqual({ from: '2025-11-10', to: '2025-11-14' });
  },
);
