/** How large an area a published line is of. */
export const PUBLISHED_LEVELS = ['national', 'region', 'authority', 'school'] as const;

export type PublishedLevel = (typeof PUBLISHED_LEVELS)[number];

/** Lines of one level in a published file, and the school years they are of, both included. */
export interface PublishedSpan {
  readonly level: PublishedLevel;
  readonly lines: number;
  readonly from: number;
  readonly to: number;
}

/** Figures that published files and our own have in common; `one-plus` are pupils with one or more fixed-period exclusions. */
export const BESIDE_MEASURES = ['permanent', 'fixed', 'one-plus'] as const;

export type BesideMeasure = (typeof BESIDE_MEASURES)[number];

/** Types of school that published figures are given for, in one spelling whatever the file's. */
export const SCHOOL_TYPES = ['total', 'primary', 'secondary', 'special'] as const;

export type PublishedSchoolType = (typeof SCHOOL_TYPES)[number];

/** One line of a file of the Department's open data. */
export interface PublishedLine {
  /** Line of the file, from 1. */
  readonly position: number;
  /** First year of the school year. */
  readonly schoolYear: number;
  /** `year`, or the term it is of, in lower case. */
  readonly timeSpan: string;
  readonly level: PublishedLevel;
  /** Nine-character code of England or a region, old three-figure code of an authority, LAESTAB of a school; may be empty. */
  readonly areaCode: string;
  readonly areaName: string;
  /** One of `SCHOOL_TYPES`, or as published where it is none of these. */
  readonly schoolType: string;
  /** What the figures are of, e.g. the number of days; empty where they are of everything. */
  readonly breakdown: string;
  /** Nine-character code of the region an authority or school is in; empty where the file does not say. */
  readonly regionCode: string;
  /** By measure, exactly as published. */
  readonly figures: Readonly<Record<string, string>>;
}

/** What schools are matched by, beside their phase. Shares are hundredths of a per cent. */
export const MATCH_VARIABLES = ['sen', 'fsm', 'eal', 'headcount'] as const;

export type MatchVariable = (typeof MATCH_VARIABLES)[number];

/** A school's pupils, as its profile has them; null is not known. */
export interface SchoolProfile {
  readonly laEstab: string;
  readonly headcount: number | null;
  readonly fsm: number | null;
  readonly sen: number | null;
  readonly eal: number | null;
}
