import { expect, it } from 'vitest';
import { areaComparators } from './area-comparators.ts';
import { generateArea } from './generate-area.ts';

const area = generateArea({ seed: 1, today: '2025-11-12' });
const beside = areaComparators(area);

it('every school of the demonstration is in the list, and all but the PRU in a cluster with one secondary school', () => {
  expect(beside.schools.map(({ laEstab }) => laEstab)).toEqual(area.schools.map(({ laEstab }) => laEstab));
  const clusters = new Map<string, string[]>();
  for (const { cluster, phase } of beside.schools) {
    if (cluster === null) expect(phase).toBe('pru');
    else clusters.set(cluster, [...(clusters.get(cluster) ?? []), phase]);
  }
  expect(clusters.size).toBe(8);
  for (const phases of clusters.values()) {
    expect(phases.toSorted()).toEqual(['primary', 'primary', 'primary', 'secondary']);
  }
});

it('profiles are of Januaries that are over, with the pupils of the school', () => {
  expect(new Set(beside.profiles.map(({ schoolYear }) => schoolYear))).toEqual(
    new Set([2021, 2022, 2023, 2024]),
  );
  for (const { laEstab, schoolYear, headcount } of beside.profiles) {
    const school = area.schools.find((one) => one.laEstab === laEstab);
    const pupils = school?.headcounts.find((one) => one.schoolYear === schoolYear)?.pupils;
    const first = school?.headcounts[0]?.pupils ?? 0;
    if (pupils === undefined) expect(Math.abs((headcount ?? 0) - first)).toBeLessThanOrEqual(first * 0.05);
    else expect(headcount).toBe(pupils);
  }
});
