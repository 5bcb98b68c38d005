import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { createProblemList, refuseFile, refuseFor } from '../file-problems.ts';
import { LAYOUTS, SCHOOL_LIST_HEADINGS, type Column, type Layout } from './layouts.ts';

/** What a file is by its headings, with what each column is, in the file's order. */
export type FoundLayout =
  | { readonly kind: 'figures'; readonly layout: Layout; readonly columns: readonly PlacedColumn[] }
  | { readonly kind: 'schools'; readonly places: Readonly<Record<string, number>> };

export type PlacedColumn = Column & { readonly place: number; readonly heading: string };

/** A heading as it is compared: spelling programs and spreadsheets change case and blanks, and nothing else. */
export const headingOf = (cell: string): string => cell.trim().toLowerCase();

/**
 * The layout with exactly these headings. Where some are other or missing, each is refused by name against the layout that
 * is nearest, because a column that is not known could change what the others mean.
 */
export function findLayout(cells: readonly string[], line: number): Result<FoundLayout> {
  const headings = cells.map(headingOf);
  const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) < at);
  if (twice !== undefined) {
    return refuseFor({
      line,
      element: twice,
      message: 'The file has two columns with this heading.',
      remedy: 'Download the file again; if somebody has edited it, take it as it was published.',
    });
  }
  if (
    SCHOOL_LIST_HEADINGS.length === headings.length &&
    SCHOOL_LIST_HEADINGS.every((one) => headings.includes(one))
  ) {
    return ok({ kind: 'schools', places: Object.fromEntries(headings.map((heading, at) => [heading, at])) });
  }
  const [best] = LAYOUTS.map((layout) => ({ layout, ...compare(layout, headings) })).toSorted(
    (a, b) => a.unknown.length + a.missing.length - (b.unknown.length + b.missing.length),
  );
  if (best === undefined || best.shared * 2 < headings.length) {
    return refuseFor({
      line,
      value: cells.join(', '),
      message: 'These headings are of no layout of the Department’s open data that First Day reads.',
      remedy: 'Choose a file as it was published, or see docs/comparators.md for the layouts that are read.',
    });
  }
  if (best.unknown.length + best.missing.length === 0) {
    const { layout } = best;
    return ok({
      kind: 'figures',
      layout,
      columns: headings.flatMap((heading, place) => {
        const column = layout.columns[heading];
        return column === undefined ? [] : [{ ...column, place, heading }];
      }),
    });
  }
  const problems = createProblemList();
  for (const heading of best.unknown) {
    problems.error({
      line,
      element: heading === '' ? '(no heading)' : heading,
      message: `The layout “${best.layout.name}” has no such column.`,
      remedy: 'Choose the file as it was published. A new layout must be added to First Day first.',
    });
  }
  for (const heading of best.missing) {
    problems.error({
      line,
      element: heading,
      message: `The layout “${best.layout.name}” has this column, and the file does not.`,
      remedy: 'Choose the file as it was published, with all its columns.',
    });
  }
  return refuseFile(problems.all());
}

function compare({ columns }: Layout, headings: readonly string[]) {
  const unknown = headings.filter((heading) => !Object.hasOwn(columns, heading));
  return {
    unknown,
    missing: Object.keys(columns).filter((heading) => !headings.includes(heading)),
    shared: headings.length - unknown.length,
  };
}
