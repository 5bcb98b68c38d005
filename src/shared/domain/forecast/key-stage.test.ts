import { expect, it } from 'vitest';
import { keyStageOf } from './key-stage.ts';

it.each([
  ['2021-08-31', '2025-11-12', 'early-years', 'reception'],
  ['2020-08-31', '2025-11-12', 'ks1', 'year 1, the youngest'],
  ['2019-09-01', '2025-11-12', 'ks1', 'year 1, the oldest'],
  ['2018-08-31', '2025-11-12', 'ks2', 'year 3'],
  ['2014-09-01', '2025-11-12', 'ks2', 'year 6'],
  ['2014-08-31', '2025-11-12', 'ks3', 'year 7'],
  ['2011-08-31', '2025-11-12', 'ks4', 'year 10'],
  ['2011-08-31', '2025-07-01', 'ks3', 'the same pupil in year 9, the summer before'],
  ['2009-08-31', '2025-11-12', 'post-16', 'year 12'],
] as const)('a pupil born %s is on %s in %s (%s)', (born, on, stage, _year) => {
  expect(keyStageOf(born, on)).toBe(stage);
});
