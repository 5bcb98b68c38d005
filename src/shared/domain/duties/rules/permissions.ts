import type { DatedException, DatedPermission, RuleSource } from './types.ts';

const EXTENDING: RuleSource = {
  source: 'SI 2002/3178 reg 4(2) and (3)(c), and the guidance to August 2012',
  certainty: 'read',
};

/** A longer or a permanent one out of the same facts, to August 2012. */
export const CHANGED_WITH_NOTICES: readonly DatedPermission[] = [
  { allowed: true, why: 'It needs fresh notices to everybody who was told of the first.', ...EXTENDING },
];

/** Never extended since September 2012. */
export const NO_EXTENDING: readonly DatedPermission[] = [
  {
    allowed: false,
    why: 'It cannot be made longer. Record a further one that begins straight after it, for its own reasons.',
    source: 'Guidance since September 2012',
    certainty: 'read',
  },
];

const NO_CONVERSION: DatedPermission = {
  allowed: false,
  why: 'It cannot be made permanent. Record a permanent exclusion that begins straight after it, for its own reasons.',
  source: 'Guidance from September 2017 on',
  certainty: 'read',
};

/** Made permanent to August 2017, by the guidance of the day on which it was done. */
export const CONVERTING_TO_2017: readonly DatedPermission[] = [
  {
    to: '2017-08-31',
    allowed: true,
    why: 'It needs fresh notices to everybody who was told of the first.',
    source: 'Guidance of 2012 to August 2017, which still spoke of it',
    certainty: 'read',
  },
  { from: '2017-09-01', ...NO_CONVERSION },
];

export const NO_CONVERTING: readonly DatedPermission[] = [NO_CONVERSION];

/** Cancelling, from September 2022. */
export const CANCELLING: readonly DatedPermission[] = [
  {
    to: '2023-08-31',
    allowed: true,
    notOverYearLimit: true,
    why: 'In writing, with the reasons, before the governors begin their meeting.',
    source: 'Guidance from September 2022',
    certainty: 'read',
  },
  {
    from: '2023-09-01',
    allowed: true,
    notOverYearLimit: true,
    why: 'In writing, with the reasons, before the governors begin their meeting.',
    source: 'SI 2012/1033 as amended by SI 2023/571',
    certainty: 'read',
  },
];

export const NO_CANCELLING: readonly DatedPermission[] = [
  {
    allowed: false,
    why: 'Cancelling came in September 2022. The head may withdraw it before the governors meet.',
    source: 'Guidance from September 2022',
    certainty: 'read',
  },
];

/** What heads did before there was a rule. */
export const WITHDRAWING: readonly DatedPermission[] = [
  {
    allowed: true,
    why: 'By the head, before the governors begin their meeting.',
    source: 'Practice before September 2022; no rule was found',
    certainty: 'unconfirmed',
  },
];

export const NO_WITHDRAWING: readonly DatedPermission[] = [
  {
    allowed: false,
    why: 'Since September 2022 it is cancelled, with a notice to everybody who was told of it.',
    source: 'Guidance from September 2022',
    certainty: 'read',
  },
];

/** Meetings from September 2023 on, about earlier exclusions too. */
export const REMOTE_FROM_2023: readonly DatedPermission[] = [
  {
    from: '2023-09-01',
    allowed: true,
    why: 'When the parents ask for it and everybody can take part; otherwise in person.',
    source: 'SI 2023/571',
    certainty: 'read',
  },
];

const CORONAVIRUS = { from: '2020-06-01', to: '2022-03-24' };

/** Meetings about exclusions of the coronavirus time, and from September 2023 about all. */
export const REMOTE_FROM_2020: readonly DatedPermission[] = [
  {
    ...CORONAVIRUS,
    ofStart: true,
    allowed: true,
    why: 'Where it cannot be held in person because of coronavirus.',
    source: 'The coronavirus amendments of 2020 and 2021 to SI 2012/1033',
    certainty: 'unconfirmed',
  },
  ...REMOTE_FROM_2023,
];

/** Longer times for exclusions that took effect from 1 June 2020 to 24 March 2022. */
export const CORONAVIRUS_TIMES: DatedException = {
  ...CORONAVIRUS,
  name: 'coronavirus',
  meetingByDay: [
    { insteadOf: 15, byDay: 25 },
    { insteadOf: 50, byDay: 60 },
  ],
  reviewApplyDays: 25,
  source: 'The coronavirus amendments of 2020 and 2021 to SI 2012/1033',
  certainty: 'unconfirmed',
};
