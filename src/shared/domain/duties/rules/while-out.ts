import type { DutyRule } from '../types.ts';

const FIXED = { kinds: ['fixed-period', 'permanent'] } as const;

const work = (key: string, by: 'first-day-out' | 'last-work-day', reading: string): DutyRule => ({
  key,
  party: 'pupil',
  owedBy: 'school',
  basis: 'guidance',
  when: FIXED,
  due: { by },
  source:
    'Guidance of every edition: work is set and marked from the first day out until other education begins',
  certainty: 'unconfirmed',
  reading,
});

/** Work for the days before other education begins; how many days there are is `education.workDays`. */
export const WORK: readonly DutyRule[] = [
  work('set-work', 'first-day-out', 'No day is named: shown on the first day out.'),
  work('mark-work', 'last-work-day', 'No day is named: shown on the last day for which work is set.'),
];

/**
 * The pupil comes back when the period that the notice names is over, or when the exclusion is stopped before; after
 * lunchtimes at the next lunchtime.
 */
export const RETURN: DutyRule = {
  key: 'return-to-school',
  party: 'pupil',
  owedBy: 'school',
  basis: 'law',
  due: { by: 'return' },
  lapses: 'superseded',
  evenTakenBack: true,
  source: 'An exclusion is for the period that its notice names; none is without an end',
  certainty: 'read',
};

const reintegration = (
  rule: Pick<DutyRule, 'basis' | 'source' | 'certainty' | 'reading' | 'when'>,
): DutyRule => ({
  key: 'reintegration-meeting',
  party: 'parents',
  owedBy: 'school',
  due: { by: 'return' },
  lapses: 'stopped',
  ...rule,
});

/** The interview that the law asked for from September 2007 to August 2012. */
export const REINTEGRATION_2007: DutyRule = reintegration({
  basis: 'law',
  when: {
    all: [{ kinds: ['fixed-period'] }, { any: [{ phases: ['nursery', 'primary'] }, { touchesDays: 6 }] }],
  },
  source: 'Education and Inspections Act 2006 s.102 and the guidance of 2007 and 2008, revoked in 2012',
  certainty: 'unconfirmed',
  reading:
    'Any fixed period at a primary school, six days or more elsewhere, after the parallel Welsh regulations; six days touched in part count. Its day is taken as that of the return.',
});

/** Good practice since the interview was revoked. */
export const REINTEGRATION_FROM_2012: DutyRule = reintegration({
  basis: 'guidance',
  when: { kinds: ['fixed-period'] },
  source: 'Guidance since 2012: good practice, not required by law',
  certainty: 'read',
  reading: 'The meeting must not keep the pupil out longer; shown on the day of the return.',
});
