import { reasonsOn } from '../domain/exclusions/reasons.ts';
import type { SchoolYear } from '../domain/calendar/types.ts';
import type { GroupLevel, GroupMeasure, PupilGroup } from '../domain/compare/types.ts';
import { ethnicityWords } from './ethnicity-words.ts';

const GROUPS: Readonly<Record<PupilGroup, string>> = {
  sex: 'Sex',
  'year-group': 'Year group',
  sen: 'SEN provision',
  fsm: 'Free school meals',
  'in-care': 'Looked after',
  ethnicity: 'Ethnicity',
  reason: 'Main reason',
  'any-reason': 'Any reason',
};

export const groupWords = (group: PupilGroup): string => GROUPS[group];

const MEASURES: Readonly<Record<GroupMeasure, string>> = {
  incidents: 'Incidents',
  permanent: 'Permanent',
  pupils: 'Pupils',
};

export const groupMeasureWords = (measure: GroupMeasure): string => MEASURES[measure];

const LEVELS: Readonly<Record<GroupLevel, string>> = {
  all: 'All schools',
  phase: 'Phase',
  cluster: 'Cluster',
  school: 'School',
};

export const groupLevelWords = (level: GroupLevel): string => LEVELS[level];

const NOT_KNOWN = 'Not known';

const VALUES: Readonly<
  Record<Exclude<PupilGroup, 'reason' | 'any-reason' | 'ethnicity'>, Readonly<Record<string, string>>>
> = {
  sex: { F: 'Girls', M: 'Boys', U: NOT_KNOWN },
  'year-group': { R: 'Reception', N1: 'Nursery, first year', N2: 'Nursery, second year', X: 'No year group' },
  sen: {
    N: 'No SEN provision',
    K: 'SEN support',
    E: 'Education, health and care plan',
    S: 'Statement',
    A: 'School Action',
    P: 'School Action Plus',
  },
  fsm: { yes: 'Eligible', no: 'Not eligible' },
  'in-care': { yes: 'Looked after', no: 'Not looked after' },
};

/** What one group of pupils, or one reason, is called in a table. */
export function groupValueWords(group: PupilGroup, code: string, schoolYear: SchoolYear): string {
  if (code === '') return NOT_KNOWN;
  if (group === 'ethnicity') return ethnicityWords(code);
  if (group === 'reason' || group === 'any-reason') {
    return reasonsOn(`${schoolYear}-10-01`).find((one) => one.code === code)?.description ?? `Code ${code}`;
  }
  const known = VALUES[group];
  if (Object.hasOwn(known, code)) return known[code] ?? code;
  return group === 'year-group' && /^\d+$/.test(code) ? `Year ${code}` : `Code ${code}`;
}

/** How a figure that is not shown stands in a table. */
export const HIDDEN_WORDS = 'Hidden';

/** Under each table with hidden figures. */
export const HIDDEN_NOTE =
  'Figures of 1 to 4 pupils are hidden, and with them others from which they could be worked out.';
