import type { EducationRules } from '../types.ts';
import type { DutyWhen, Ruled } from './types.ts';

const PERMANENT: DutyWhen = { kinds: ['permanent'] };
const ANY: DutyWhen = { any: [PERMANENT, { not: PERMANENT }] };

/** The sixth consecutive school day. */
export const DAY_SIX: Ruled<number> = {
  value: 6,
  source: 'SI 2007/1870, the sixth consecutive school day across joined exclusions by SI 2014/3216',
  certainty: 'read',
};

/** The sixteenth school day, to August 2007. */
export const DAY_SIXTEEN: Ruled<number> = {
  value: 16,
  source: 'Ministers in 2007: education is required "from the 16th day", to 31 August 2007',
  certainty: 'read',
};

/** To August 2007: the authority owes it, the school sets work until then. */
export const EDUCATION_2003: EducationRules = {
  owners: [
    {
      when: ANY,
      owedBy: 'authority',
      source: 'Ministers in 2007: local authorities provide from the 16th day',
      certainty: 'read',
    },
  ],
  examsOver: {
    value: false,
    source: 'No exception was found for these years',
    certainty: 'unconfirmed',
    reading: 'Education is shown as owed to Year 11 pupils too.',
  },
  workDays: {
    value: 15,
    source: 'Guidance of 2003 to 2006, by the day from which the authority provides',
    certainty: 'unconfirmed',
  },
  publicPlaceDays: {
    value: 0,
    source: 'The duty came with the Education and Inspections Act 2006, from September 2007',
    certainty: 'read',
  },
};

const owners: EducationRules['owners'] = [
  {
    when: PERMANENT,
    owedBy: 'authority',
    source: 'SI 2007/1870; the authority where the pupil lives',
    certainty: 'unconfirmed',
  },
  {
    when: { phases: ['pru'] },
    owedBy: 'authority',
    source: 'SI 2007/1870: for a pupil of a PRU the authority',
    certainty: 'read',
  },
  { when: ANY, owedBy: 'school', source: 'SI 2007/1870: the governing body', certainty: 'read' },
];

const sinceDaySix: Omit<EducationRules, 'notice'> = {
  owners,
  examsOver: {
    value: true,
    source: 'SI 2007/1870 reg 5: all public examinations entered for taken or missed',
    certainty: 'read',
  },
  workDays: { value: 5, source: 'Guidance since 2007: the first five school days', certainty: 'read' },
  publicPlaceDays: {
    value: 5,
    source: 'Education and Inspections Act 2006 ss.103 to 105: the first five school days',
    certainty: 'read',
  },
};

/** September 2007 to August 2012: the notice by half days. */
export const EDUCATION_2007: EducationRules = {
  ...sinceDaySix,
  notice: {
    startedAm: 'am',
    startedPm: 'pm',
    source: 'SI 2007/1870 as made',
    certainty: 'read',
    reading:
      'If it is not known by then: by the end of that afternoon, or at the latest by the end of the next school day’s morning.',
  },
};

/** From September 2012: by the end of the first afternoon, or 48 hours before it starts. */
export const EDUCATION_FROM_2012: EducationRules = {
  ...sinceDaySix,
  notice: {
    startedAm: 'pm',
    startedPm: 'pm',
    latestHoursBefore: 48,
    noLaterWhenReachedByDay: 2,
    source: 'SI 2007/1870 as replaced by SI 2012/1033 Sch 2 para 8',
    certainty: 'read',
  },
};
