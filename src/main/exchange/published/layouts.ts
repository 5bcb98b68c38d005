/** What a column of a published file is. Columns that are `passed` are known and not kept. */
export type Column =
  | { readonly as: 'year' | 'span' | 'level' | 'type' | 'breakdown' | 'passed' }
  | { readonly as: 'code' | 'name'; readonly of: 'national' | 'region' | 'authority' | 'school' }
  | { readonly as: 'figure'; readonly measure: string };

export interface Layout {
  readonly id: string;
  /** As in "Exclusions by reason, to 2016/17". */
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Where no column says the level, all lines are of this one. */
  readonly level?: 'national';
}

const passed: Column = { as: 'passed' };
const figure = (measure: string): Column => ({ as: 'figure', measure });

/** The reasons of the years to 2019/20 by the stem of their columns, with our codes. */
const REASON_STEMS: readonly (readonly [stem: string, code: string])[] = [
  ['physical_pupils', 'PP'],
  ['physical_adult', 'PA'],
  ['verbal_pupil', 'VP'],
  ['verbal_adult', 'VA'],
  ['bullying', 'BU'],
  ['racist_abuse', 'RA'],
  ['sexual_misconduct', 'SM'],
  ['drug_alcohol', 'DA'],
  ['damage', 'DM'],
  ['theft', 'TH'],
  ['persistent_disruptive', 'DB'],
  ['other', 'OT'],
];

const REASON_COLUMNS: Readonly<Record<string, Column>> = Object.fromEntries(
  (['perm', 'fixed'] as const).flatMap((kind) =>
    REASON_STEMS.map(([stem, code]) => [
      `${kind}_${stem}`,
      figure(`${kind === 'perm' ? 'permanent' : 'fixed'} ${code}`),
    ]),
  ),
);

const AREA_COLUMNS: Readonly<Record<string, Column>> = {
  country_code: { as: 'code', of: 'national' },
  country_name: { as: 'name', of: 'national' },
  region_code: { as: 'code', of: 'region' },
  region_name: { as: 'name', of: 'region' },
  old_la_code: { as: 'code', of: 'authority' },
  // The nine-character code of an authority changes with its bounds; the old one is in every school's number.
  new_la_code: passed,
  la_name: { as: 'name', of: 'authority' },
};

const TOTALS: Readonly<Record<string, Column>> = {
  num_schools: figure('schools'),
  headcount: figure('headcount'),
  perm_excl: figure('permanent'),
  perm_excl_rate: figure('permanent-rate'),
  fixed_excl: figure('fixed'),
  fixed_excl_rate: figure('fixed-rate'),
  one_plus_fixed: figure('one-plus'),
  one_or_more_fixed_excl_rate: figure('one-plus-rate'),
};

const NATIONAL_SFR: Readonly<Record<string, Column>> = {
  year: { as: 'year' },
  level: { as: 'level' },
  country_code: { as: 'code', of: 'national' },
  country_name: { as: 'name', of: 'national' },
  school_type: { as: 'type' },
};

/**
 * The layouts of the Department's open data that are read. A file has a layout when it has exactly its headings, in any
 * order and any case. A new layout is a new row here.
 */
export const LAYOUTS: readonly Layout[] = [
  {
    id: 'ees-reasons',
    name: 'Exclusions by reason (open data, to 2016/17)',
    columns: {
      time_identifier: { as: 'span' },
      time_period: { as: 'year' },
      geographic_level: { as: 'level' },
      ...AREA_COLUMNS,
      school_type: { as: 'type' },
      ...REASON_COLUMNS,
    },
  },
  {
    id: 'sfr-reasons',
    name: 'Exclusions by reason (statistical first release, to 2015/16)',
    columns: {
      year: { as: 'year' },
      level: { as: 'level' },
      ...AREA_COLUMNS,
      school_type: { as: 'type' },
      ...REASON_COLUMNS,
    },
  },
  {
    id: 'sfr-lengths',
    name: 'Fixed period exclusions by length (statistical first release, to 2015/16)',
    columns: {
      ...NATIONAL_SFR,
      duration_days_fixed_exclusions: { as: 'breakdown' },
      fixed_excl: figure('fixed'),
    },
  },
  {
    id: 'sfr-repeats',
    name: 'Pupils by number of fixed period exclusions (statistical first release, to 2015/16)',
    // Here "fixed_excl" is how often a pupil was excluded, and "headcount" how many pupils were.
    columns: { ...NATIONAL_SFR, fixed_excl: { as: 'breakdown' }, headcount: figure('one-plus') },
  },
  {
    id: 'la-totals',
    name: 'Totals and rates of England, regions and authorities (to 2016/17)',
    columns: {
      year: { as: 'year' },
      level: { as: 'level' },
      la_name: { as: 'name', of: 'authority' },
      school_type: { as: 'type' },
      ...TOTALS,
    },
  },
  {
    id: 'england-totals',
    name: 'Totals and rates of England (to 2016/17)',
    level: 'national',
    columns: { year: { as: 'year' }, school_type: { as: 'type' }, ...TOTALS },
  },
  {
    id: 'ees-schools',
    name: 'Exclusions of each school (open data)',
    columns: {
      time_identifier: { as: 'span' },
      time_period: { as: 'year' },
      geographic_level: { as: 'level' },
      ...AREA_COLUMNS,
      estab: passed,
      school_laestab: { as: 'code', of: 'school' },
      school_urn: passed,
      school_name: { as: 'name', of: 'school' },
      trust_name: passed,
      academy_type: passed,
      academy_open_date: passed,
      education_phase: { as: 'type' },
      headcount: figure('headcount'),
      perm_excl: figure('permanent'),
      perm_excl_rate: figure('permanent-rate'),
      suspension: figure('fixed'),
      susp_rate: figure('fixed-rate'),
      one_plus_susp: figure('one-plus'),
      one_plus_susp_rate: figure('one-plus-rate'),
    },
  },
];

/** Headings of the list of schools by year; it has no figures. */
export const SCHOOL_LIST_HEADINGS = ['academicyear', 'la', 'laestab', 'schoolname', 'urn'] as const;
