import type { IsoDate } from '../../kernel/plain-date.ts';

/** `error` keeps a return back; `query` asks somebody to look, and may be explained. */
export type RuleSeverity = 'error' | 'query';

/** One check of a return, as data. What it says of a very record is made where it is checked. */
export interface ReturnRule {
  /** Our number for it, as shown; several checks may share one. */
  readonly id: string;
  readonly severity: RuleSeverity;
  /** What is asked for, in a few words. */
  readonly title: string;
  /** Why: the item, the rule of the census or the law. */
  readonly ground: string;
  /** Start dates to which it applies; none for all. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

const CENSUS_2485 = 'after census rule 2485';
const SNOW = 'docs/returns.md, "Snow"';

/** The checks of a school's return, in the order of their numbers. */
export const RETURN_RULES = {
  'X01-category': {
    id: 'X01',
    severity: 'error',
    title: 'The kind was collected on the start date',
    ground: 'Census item 100087: FIXD to August 2020, SUSP from September 2020, PERM and LNCH throughout',
  },
  'X02-reason': {
    id: 'X02',
    severity: 'error',
    title: 'A reason is recorded',
    ground: 'Census item 100088',
  },
  'X02-number': {
    id: 'X02',
    severity: 'error',
    title: 'No more reasons than may be returned',
    ground: 'One to August 2020, three from September 2020',
  },
  'X02-in-use': {
    id: 'X02',
    severity: 'error',
    title: 'The reason was in use on the start date',
    ground: 'Code set of the census; OT ended in August 2020',
  },
  'X03-terms': {
    id: 'X03',
    severity: 'error',
    title: 'The term dates are entered',
    ground: 'Nothing can be counted without them',
  },
  'X03-school-day': {
    id: 'X03',
    severity: 'error',
    title: 'The school met at the start',
    ground: 'SI 2007/1304 reg 2 (school day)',
  },
  'X03-closed-since': {
    id: 'X03',
    severity: 'query',
    title: 'The calendar has not changed since',
    ground: SNOW,
  },
  'X03-dates': {
    id: 'X03',
    severity: 'error',
    title: 'The start is after birth and entry and not after leaving',
    ground: 'Census items 100007, 100063 and 100064',
  },
  'X04-length': {
    id: 'X04',
    severity: 'error',
    title: 'The length is 1 to 90 sessions',
    ground: '45 school days of two sessions; census item 100093 has two figures',
  },
  'X05-permanent': {
    id: 'X05',
    severity: 'error',
    title: 'A permanent exclusion has no sessions',
    ground: 'Census: no sessions for PERM',
  },
  'X06-year': {
    id: 'X06',
    severity: 'query',
    title: 'No more than 45 days in the school year',
    ground: 'Education Act 2002 s.51A and its regulations; earlier schools counted',
  },
  'X07-term': {
    id: 'X07',
    severity: 'query',
    title: 'The letter was sent where the term goes over 5 or 15 days',
    ground: 'The governors’ duties and the letter change with the total of the term',
  },
  'X08-same-day': {
    id: 'X08',
    severity: 'query',
    title: 'No two of a kind from one day',
    ground: 'The census XML has no session of the start',
  },
  'X09-one-permanent': {
    id: 'X09',
    severity: 'error',
    title: 'One permanent exclusion of a pupil',
    ground: 'Census: "Pupil has more than one permanent exclusion record"',
  },
  'X10-final': {
    id: 'X10',
    severity: 'query',
    title: 'A permanent exclusion is final',
    ground: 'Suppliers’ guides: only once upheld, and with no review open',
  },
  'X11-upn-form': {
    id: 'X11',
    severity: 'error',
    title: 'The UPN has the form of one',
    ground: 'Census item 100001',
  },
  'X11-upn-letter': {
    id: 'X11',
    severity: 'query',
    title: 'The UPN’s check letter fits',
    ground: 'Census rule 1510',
  },
  'X14-issued': {
    id: 'X14',
    severity: 'error',
    title: 'The length is that of the sessions it was issued for',
    ground: 'The record contradicts itself',
  },
  'X14-closed-since': {
    id: 'X14',
    severity: 'query',
    title: 'The length is that of the calendar',
    ground: SNOW,
  },
  'X15-education': {
    id: 'X15',
    severity: 'query',
    title: 'Education began on the day it was owed',
    ground: 'SI 2007/1870: from the sixth school day (the sixteenth before September 2007)',
  },
  'X16-authority-told': {
    id: 'X16',
    severity: 'error',
    title: 'The authority was told',
    ground:
      'SI 2012/1033 as amended by SI 2022/788 (of every one); before September 2022 of permanent ones, over 5 days in the term, or with an examination missed',
  },
  'X17-meeting': {
    id: 'X17',
    severity: 'query',
    title: 'The governors met within their days',
    ground: 'SI 2012/1033 and the guidance of its day; 6th to 15th or 50th school day before 2012',
  },
  'X18-extended': {
    id: 'X18',
    severity: 'error',
    title: 'No suspension was made longer or permanent',
    ground: 'Guidance since September 2012 (longer) and September 2017 (permanent)',
    from: '2012-09-01',
  },
  'X19-cancelled': {
    id: 'X19',
    severity: 'error',
    title: 'It was cancelled before the governors met',
    ground: 'SI 2012/1033 as amended by SI 2023/571; guidance from September 2022',
  },
  'X19-over-year': {
    id: 'X19',
    severity: 'error',
    title: 'A permanent exclusion is cancelled only up to 45 days in the year',
    ground: 'Guidance from September 2022',
    from: '2022-09-01',
  },
  'X20-virtual-school-head': {
    id: 'X20',
    severity: 'query',
    title: 'The virtual school head was told of a pupil in care',
    ground: 'SI 2012/1033 as amended by SI 2022/788',
    from: '2022-09-01',
  },
  'X21-sen': {
    id: 'X21',
    severity: 'error',
    title: 'The SEN provision was in use on the start date',
    ground: 'Census item 100472: N, K, E; before September 2015 also A, P, S',
  },
  'X23-name': {
    id: 'X23',
    severity: 'query',
    title: 'Names have no more than 35 characters',
    ground: 'Census items 100003 and 100004',
  },
  'X24-sex': {
    id: 'X24',
    severity: 'query',
    title: 'The sex is recorded',
    ground: 'The census takes M or F',
  },
} as const satisfies Readonly<Record<string, ReturnRule>>;

export type ReturnRuleKey = keyof typeof RETURN_RULES;

/** Where a check that is not made of a school's return is made instead. */
export interface RuleElsewhere {
  readonly id: string;
  readonly title: string;
  readonly ground: string;
  readonly where: string;
}

/** The numbers that the return does not check, each with the place that does. */
export const RULES_ELSEWHERE: readonly RuleElsewhere[] = [
  {
    id: 'X12',
    title: 'The register has E, B, D or K for each session out, and no more E marks',
    ground: CENSUS_2485,
    where: 'Register, where a file of marks is compared; the marks are not kept',
  },
  {
    id: 'X13',
    title: 'The start lies in the window',
    ground: 'Census rule 2290',
    where: 'A record outside it is left out with its reason; the authority checks what it receives',
  },
  {
    id: 'X22',
    title: 'The school’s number has seven figures and is known, its URN six',
    ground: 'National register of schools',
    where: 'Setting up the school, and the authority’s import',
  },
];

/** Whether a rule applies to an exclusion that starts on a date. */
export function ruleApplies(key: ReturnRuleKey, startDate: IsoDate): boolean {
  const { from, to }: ReturnRule = RETURN_RULES[key];
  return (from === undefined || from <= startDate) && (to === undefined || startDate <= to);
}
