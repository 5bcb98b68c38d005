import type { Suspicion } from '../domain/compare/suspect-zeros.ts';
import type { ComparedPhase, Gap, Grouping, Mark, Measure, RollUpCategory } from '../domain/compare/types.ts';

const MEASURES: Readonly<Record<Measure, string>> = {
  permanent: 'Permanent',
  incidents: 'Incidents',
  days: 'Days',
  pupils: 'Pupils',
  'repeat-pupils': 'Repeat pupils',
  'permanent-rate': 'Permanent per 100',
  'incidents-rate': 'Incidents per 100',
  'days-rate': 'Days per 100',
  'pupils-rate': 'Pupils per 100',
};

export const measureWords = (measure: Measure): string => MEASURES[measure];

/** What is counted, in a sentence: "fixed-period exclusions". */
const COUNTED: Readonly<Record<Measure, string>> = {
  permanent: 'permanent exclusions begun in the school year',
  incidents: 'fixed-period exclusions begun in the school year',
  days: 'school days of the fixed-period exclusions begun in the school year',
  pupils: 'pupils with one or more fixed-period exclusions in the school year',
  'repeat-pupils': 'pupils with two or more fixed-period exclusions in the school year',
  'permanent-rate': 'permanent exclusions for every 100 pupils on roll in January',
  'incidents-rate': 'fixed-period exclusions for every 100 pupils on roll in January',
  'days-rate': 'school days of fixed-period exclusions for every 100 pupils on roll in January',
  'pupils-rate': 'pupils with one or more fixed-period exclusions for every 100 on roll in January',
};

export const countedWords = (measure: Measure): string => COUNTED[measure];

const PHASES: Readonly<Record<ComparedPhase, string>> = {
  secondary: 'secondary schools',
  primary: 'primary schools',
  special: 'special schools',
  'all-through': 'all-through schools',
  pru: 'pupil referral units',
};

/** "secondary schools". */
export const schoolsOfPhase = (phase: ComparedPhase): string => PHASES[phase];

const GROUPINGS: Readonly<Record<Grouping, string>> = {
  school: 'Schools',
  phase: 'Phases',
  cluster: 'Clusters',
  authority: 'Authorities',
  'authority-group': 'Groups of authorities',
  all: 'All schools',
};

/** What the rows of a comparison are. */
export const groupingWords = (by: Grouping): string => GROUPINGS[by];

const GAPS: Readonly<Record<Gap, string>> = {
  nothing: 'Nothing received',
  part: 'Part of the year',
  lengths: 'Lengths missing',
  headcount: 'Roll not known',
};

/** Why a figure is blank. */
export const gapWords = (gap: Gap): string => GAPS[gap];

const MARKS: Readonly<Record<Mark, string>> = { X: 'X, greatest reduction', O: 'O, least reduction' };

export const markWords = (mark: Mark): string => MARKS[mark];

const CATEGORIES: Readonly<Record<RollUpCategory, string>> = {
  'permanent-secondary': 'Permanent, secondary',
  'incidents-secondary': 'Incidents, secondary',
  'days-secondary': 'Days, secondary',
  'incidents-primary': 'Incidents, primary',
  'days-primary': 'Days, primary',
};

export const categoryColumnWords = (category: RollUpCategory): string => CATEGORIES[category];

const SUSPICIONS: Readonly<Record<Suspicion, string>> = {
  'days-zero': 'Exclusions without a day',
  'incidents-zero': 'Days without an exclusion',
  'days-too-few': 'Less than half a day for each exclusion',
  'more-than-roll': 'More pupils excluded than on roll',
};

export const suspicionWords = (suspicion: Suspicion): string => SUSPICIONS[suspicion];

/** "2,871.5": as many decimals as asked for; a whole number of days has none unless asked. */
export const figureWords = (value: number, decimals?: number): string =>
  value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals ?? (Number.isInteger(value) ? 0 : 1),
    maximumFractionDigits: decimals ?? 1,
  });

/** "−20.0", "+3.5", "0": less is minus, with a sign that is as wide as a plus. */
export function changeFigureWords(value: number, decimals?: number): string {
  const text = figureWords(Math.abs(value), decimals);
  return value > 0 ? `+${text}` : value < 0 ? `\u2212${text}` : text;
}

/** A tie for the last of the marked places, and what came of it. */
export function tieWords(tie: {
  readonly mark: Mark;
  readonly change: number;
  readonly sharedBy: number;
  readonly marked: boolean;
}): string {
  const change = tie.change === 0 ? 'no change' : `a change of ${changeFigureWords(tie.change)}`;
  const outcome = tie.marked ? `all of them are marked ${tie.mark}` : `none of them is marked ${tie.mark}`;
  return `${tie.sharedBy.toLocaleString('en-GB')} tie for the last ${tie.mark} with ${change}; ${outcome}.`;
}
