import type { PublishedLine } from '#shared/domain/comparators/types.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import {
  createProblemList,
  refuseCancelled,
  refuseFile,
  refuseFor,
  type ReadWatch,
} from '../file-problems.ts';
import { findLayout, type FoundLayout } from './find-layout.ts';
import { largeCsvRows } from './large-csv.ts';
import type { LargeFile } from './large-file.ts';
import { lineReader, type CodeOfAuthority } from './read-line.ts';
import { readListedSchool, type ListedSchool } from './school-list.ts';

export interface PublishedContent {
  /** Id and name of the layout. */
  readonly layout: { readonly id: string; readonly name: string };
  /** Lines of figures, or schools, without the heading. */
  readonly lines: number;
}

/** Takes the lines of a piece of the file; only database calls may be awaited by it. */
export interface PublishedTaker {
  readonly lines: (lines: readonly PublishedLine[]) => Promise<void>;
  readonly schools: (schools: readonly ListedSchool[]) => Promise<void>;
}

/**
 * Reads a file of the Department's open data a piece at a time and hands its lines on as they come. All or nothing is the
 * caller's: refused, with every problem located, after some lines may have been taken.
 */
export async function readPublished(
  file: LargeFile,
  codeOfAuthority: CodeOfAuthority,
  take: PublishedTaker,
  watch: ReadWatch = {},
): Promise<Result<PublishedContent>> {
  const problems = createProblemList();
  let found: FoundLayout | undefined;
  let width = 0;
  let lines = 0;
  let read: ReturnType<typeof lineReader> | undefined;
  for (const { rows, done } of largeCsvRows(file, problems)) {
    if (watch.cancelled?.() === true) return refuseCancelled();
    const taken: PublishedLine[] = [];
    const schools: ListedSchool[] = [];
    for (const row of rows) {
      if (found === undefined) {
        const layout = findLayout(row.cells, row.line);
        if (!layout.ok) return layout;
        found = layout.value;
        width = row.cells.length;
        if (found.kind === 'figures') read = lineReader(found.layout, found.columns, codeOfAuthority);
        continue;
      }
      if (row.cells.length !== width) {
        problems.error({
          line: row.line,
          value: row.cells.join(','),
          message: `This row has ${row.cells.length} columns; the first row has ${width}.`,
          remedy: 'Download the file again: it may have been cut short or edited.',
        });
      } else if (found.kind === 'schools') {
        const school = readListedSchool(row, found.places, problems);
        if (school) schools.push(school);
      } else {
        const line = read?.(row, problems);
        if (line) taken.push(line);
      }
      if (problems.full()) return refuseFile(problems.all());
    }
    if (problems.errorCount() === 0) {
      lines += taken.length + schools.length;
      if (taken.length > 0) await take.lines(taken);
      if (schools.length > 0) await take.schools(schools);
    }
    watch.progress?.(done * file.size, file.size);
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  if (found === undefined) return refuse('unreadable-file', 'The file holds no text, only blank space.');
  if (lines === 0) {
    return refuseFor({
      message: 'The file has headings but nothing below them.',
      remedy: 'Download it again: it may have been cut short.',
    });
  }
  const layout =
    found.kind === 'figures' ? { id: found.layout.id, name: found.layout.name } : SCHOOL_LIST_LAYOUT;
  return ok({ layout, lines });
}

const SCHOOL_LIST_LAYOUT = { id: 'school-list', name: 'List of schools by year' } as const;
