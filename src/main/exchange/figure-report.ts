/** A cell of a sheet of figures: text, a number, or nothing known. */
export type ReportCell = string | number | null;

export interface ReportColumn {
  readonly header: string;
  readonly numeric?: boolean;
  /** Shown; the workbook keeps the whole number. */
  readonly decimals?: number;
}

export interface ReportTable {
  /** Heading, and the name of the sheet. */
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

export interface ReportBar {
  readonly label: string;
  readonly value: number | null;
  /** The figure in words, with its n. */
  readonly text: string;
}

/** What is on screen, ready to be written as a workbook, a list or a page. */
export interface FigureReport {
  readonly title: string;
  /** Definitions, n, what is hidden, where the figures are from: a heading and a sentence each. */
  readonly about: readonly (readonly [heading: string, sentence: string])[];
  /** Heading of that on a page; "What the figures mean" where there is none. */
  readonly aboutTitle?: string;
  /** The first is the one that a list is made of. */
  readonly tables: readonly [ReportTable, ...ReportTable[]];
  readonly bars?: { readonly title: string; readonly bars: readonly ReportBar[] };
}
