import { assertNever } from '../../kernel/assert-never.ts';
import { conferenceFigures } from './conference-figures.ts';
import type { ConferenceCriterion, ConferenceDay, ConferenceExclusion, MetCriterion } from './types.ts';

/** The criteria a pupil meets by the exclusions of one school year up to `asOf`, in the order of the criteria. */
export const conferenceCriteriaMet = (
  criteria: readonly ConferenceCriterion[],
  exclusions: readonly ConferenceExclusion[],
  day: ConferenceDay,
): readonly MetCriterion[] =>
  criteria.flatMap((criterion) => {
    const rule = ruleOf(criterion, day);
    const chosen = exclusions.flatMap((one, at) => (rule.counts(one) ? [at] : []));
    const counted = exclusions.filter(rule.counts);
    const value = rule.value(counted);
    const by = rule.by(value);
    if (!rule.met(by)) return [];
    const atLeast = rule.inDays && counted.some(({ halfDays }) => halfDays === null);
    return [{ criterion, value, by, atLeast, exclusions: chosen }];
  });

interface Rule {
  readonly counts: (exclusion: ConferenceExclusion) => boolean;
  readonly value: (counted: readonly ConferenceExclusion[]) => number;
  readonly by: (value: number) => number;
  readonly met: (by: number) => boolean;
  readonly inDays: boolean;
}

function ruleOf(criterion: ConferenceCriterion, { termFrom, limitDays }: ConferenceDay): Rule {
  const timed = ({ category }: ConferenceExclusion) => category !== 'permanent';
  const days = (counted: readonly ConferenceExclusion[]) => conferenceFigures(counted, { termFrom }).daysYear;
  const number = (counted: readonly unknown[]) => counted.length;
  switch (criterion.kind) {
    case 'days-in-term':
      return {
        counts: (one) => timed(one) && one.startDate >= termFrom,
        value: days,
        by: (value) => value - criterion.overDays,
        met: (by) => by > 0,
        inDays: true,
      };
    case 'days-in-year':
      return {
        counts: timed,
        value: days,
        by: (value) => value - criterion.overDays,
        met: (by) => by > 0,
        inDays: true,
      };
    case 'near-limit':
      return {
        counts: timed,
        value: days,
        by: (value) => limitDays - value,
        met: (by) => by <= criterion.withinDays,
        inDays: true,
      };
    case 'times-in-year':
      return {
        counts: ({ category }) => category !== 'lunchtime',
        value: number,
        by: (value) => value - criterion.times,
        met: (by) => by >= 0,
        inDays: false,
      };
    case 'permanent':
      return {
        counts: ({ category, notFinal }) =>
          category === 'permanent' && (criterion.which === 'any' || notFinal),
        value: number,
        by: (value) => value - 1,
        met: (by) => by >= 0,
        inDays: false,
      };
    case 'schools':
      return {
        counts: () => true,
        value: (counted) => new Set(counted.map(({ laEstab }) => laEstab)).size,
        by: (value) => value - criterion.schools,
        met: (by) => by >= 0,
        inDays: false,
      };
    default:
      return assertNever(criterion);
  }
}
