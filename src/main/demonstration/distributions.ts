/**
 * What the invented area's figures are drawn from: numbers published by the Department for Education under the
 * Open Government Licence v3.0, England, state-funded primary and secondary schools.
 *  - lengths and repeats: "Permanent and fixed-period exclusions in England: 2015 to 2016" (SFR35/2017);
 *  - reasons: the same publication for 2016 to 2017, by reason;
 *  - rates per 100 pupils: its national summary, 2014/15 to 2016/17.
 * Figures are rounded to 5 there; "x" (1 or 2) and "46 or more" are left out.
 */
export type DrawnPhase = 'primary' | 'secondary';

/** A value and how often it was seen. */
export type Frequencies<T> = readonly (readonly [value: T, count: number])[];

/** Fixed-period exclusions by length in school days; a part day counts as a whole one. */
export const LENGTHS_IN_DAYS: Readonly<Record<DrawnPhase, Frequencies<number>>> = {
  // prettier-ignore
  primary: [
    [1, 25605], [2, 15515], [3, 7115], [4, 2575], [5, 3720], [6, 430], [7, 160], [8, 85], [9, 60], [10, 195],
    [11, 50], [12, 25], [13, 35], [14, 25], [15, 35], [16, 15], [17, 10], [18, 10], [19, 10], [20, 10],
    [21, 5], [22, 5], [23, 5], [24, 5], [26, 5], [27, 5], [29, 5],
  ],
  // prettier-ignore
  secondary: [
    [1, 122310], [2, 62135], [3, 38255], [4, 8585], [5, 32585], [6, 1105], [7, 500], [8, 440], [9, 225],
    [10, 2220], [11, 160], [12, 180], [13, 95], [14, 155], [15, 685], [16, 130], [17, 50], [18, 25], [19, 20],
    [20, 110], [21, 20], [22, 10], [23, 10], [24, 10], [25, 15], [26, 5], [27, 10], [28, 5], [29, 5], [30, 10],
    [31, 5], [32, 10], [33, 5], [34, 5], [35, 5], [36, 5], [37, 5], [41, 5], [44, 5], [45, 10],
  ],
};

/** Pupils with at least one fixed-period exclusion in the year, by how many they had; cut at 20. */
export const TIMES_EXCLUDED: Readonly<Record<DrawnPhase, Frequencies<number>>> = {
  // prettier-ignore
  primary: [
    [1, 14095], [2, 4980], [3, 2625], [4, 1560], [5, 910], [6, 580], [7, 335], [8, 210], [9, 155], [10, 80],
    [11, 60], [12, 50], [13, 45], [14, 20], [15, 20], [16, 10], [17, 10], [18, 5], [19, 5],
  ],
  // prettier-ignore
  secondary: [
    [1, 82945], [2, 24830], [3, 11445], [4, 6250], [5, 3675], [6, 2190], [7, 1380], [8, 885], [9, 605],
    [10, 445], [11, 290], [12, 205], [13, 145], [14, 120], [15, 80], [16, 75], [17, 45], [18, 45], [19, 40],
    [20, 30],
  ],
};

/** Pupils with one or more fixed-period exclusions, and permanent exclusions, per 100 on roll; oldest year first. */
export const RATES_PER_100: Readonly<
  Record<DrawnPhase, readonly { readonly pupilsExcluded: number; readonly permanent: number }[]>
> = {
  primary: [
    { pupilsExcluded: 0.52, permanent: 0.02 },
    { pupilsExcluded: 0.56, permanent: 0.02 },
    { pupilsExcluded: 0.62, permanent: 0.03 },
  ],
  secondary: [
    { pupilsExcluded: 3.92, permanent: 0.15 },
    { pupilsExcluded: 4.26, permanent: 0.17 },
    { pupilsExcluded: 4.62, permanent: 0.2 },
  ],
};

type Counts = Readonly<Record<string, number>>;

/** Reasons as counted in 2016/17, with the twelve codes of the time; `OT` is "other". */
export const REASONS_2016: Readonly<
  Record<'fixed-period' | 'permanent', Readonly<Record<DrawnPhase, Counts>>>
> = {
  // prettier-ignore
  'fixed-period': {
    primary: { PP: 13405, PA: 17500, VP: 2520, VA: 6220, BU: 395, RA: 470, SM: 225, DA: 45, DM: 1415, TH: 195, DB: 17755, OT: 4190 },
    secondary: { PP: 48610, PA: 5075, VP: 12150, VA: 51835, BU: 3590, RA: 3870, SM: 1930, DA: 8820, DM: 5290, TH: 4065, DB: 88165, OT: 69495 },
  },
  // prettier-ignore
  permanent: {
    primary: { PP: 160, PA: 380, VP: 45, VA: 105, BU: 5, RA: 5, SM: 15, DM: 20, DB: 440, OT: 80 },
    secondary: { PP: 860, PA: 330, VP: 280, VA: 545, BU: 20, RA: 20, SM: 85, DA: 565, DM: 75, TH: 40, DB: 2295, OT: 1265 },
  },
};

/**
 * Where "other" goes among the sixteen codes in force since autumn 2020, when it was withdrawn and five codes
 * came. An assumption, not a statistic: most to `DB`, whose wording was widened to "persistent or general".
 */
export const OTHER_SINCE_2020: Readonly<Record<DrawnPhase, Counts>> = {
  primary: { DB: 0.74, OW: 0.12, MT: 0.05, LG: 0.04, DS: 0.04, PH: 0.01 },
  secondary: { DB: 0.66, OW: 0.12, MT: 0.11, LG: 0.07, DS: 0.02, PH: 0.02 },
};

/** The 2016/17 reasons in the sixteen codes of today. */
export function reasonsToday(kind: 'fixed-period' | 'permanent', phase: DrawnPhase): Frequencies<string> {
  const { OT: other = 0, ...kept } = REASONS_2016[kind][phase];
  const counts = new Map(Object.entries(kept));
  for (const [code, share] of Object.entries(OTHER_SINCE_2020[phase]))
    counts.set(code, (counts.get(code) ?? 0) + other * share);
  return [...counts];
}
