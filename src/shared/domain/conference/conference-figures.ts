import type { ConferenceDay, ConferenceExclusion, ConferenceFigures } from './types.ts';

/**
 * Adds up a pupil's exclusions of one school year. The days of an exclusion belong to the term it starts in: a return
 * does not say on which days it fell. A permanent exclusion adds no days, as the limit is on fixed periods.
 */
export function conferenceFigures(
  exclusions: readonly ConferenceExclusion[],
  { termFrom }: Pick<ConferenceDay, 'termFrom'>,
): ConferenceFigures {
  const timed = exclusions.filter(({ category }) => category !== 'permanent');
  const days = (some: readonly ConferenceExclusion[]) =>
    some.reduce((sum, { halfDays }) => sum + (halfDays ?? 0), 0) / 2;
  return {
    daysTerm: days(timed.filter(({ startDate }) => startDate >= termFrom)),
    daysYear: days(timed),
    times: exclusions.filter(({ category }) => category !== 'lunchtime').length,
    permanent: exclusions.filter(({ category }) => category === 'permanent').length,
    schools: new Set(exclusions.map(({ laEstab }) => laEstab)).size,
    withoutLength: timed.filter(({ halfDays }) => halfDays === null).length,
  };
}
