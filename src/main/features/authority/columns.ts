import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { MAPPABLE_COLUMNS, suggestReturnMapping } from '../../exchange/column-mapping.ts';
import { csvHeadings, type CsvHeading } from '../../exchange/csv-headings.ts';
import { foldHeadings } from '../../receiving/fold-headings.ts';
import { findMapping, saveMapping } from '../../storage/repositories/column-mappings.ts';
import { findQuarantined } from '../../storage/repositories/quarantine.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';

/** What no exclusion can do without; the school and the pupil's name may also come in other columns. */
const NEEDED = new Set([
  'laestab',
  'upn',
  'surname',
  'forename',
  'dob',
  'category',
  'reason_1',
  'start_date',
]);

/** The columns of a refused CSV, with what each may be. */
export const readColumns: Handler<'authority.columns'> = ({ read }, { id }) =>
  read(async (db) => {
    const list = await listOf(db, id);
    if (!list.ok) return list;
    const { fileName, headings } = list.value;
    const suggested = suggestReturnMapping(headings.map(({ heading }) => heading));
    const saved = await findMapping(db, foldHeadings(headings));
    return {
      ok: true,
      value: {
        fileName,
        headings: headings.map(({ heading, samples }) => ({ heading, samples: [...samples] })),
        wanted: MAPPABLE_COLUMNS.map(({ column, title, meaning }) => ({
          column,
          title,
          meaning,
          needed: NEEDED.has(column),
          ...(suggested[column] === undefined ? {} : { suggested: suggested[column] }),
        })),
        ...(saved ? { saved: { name: saved.name, columns: saved.columns } } : {}),
      },
    };
  });

/** Keeps which column holds what, for every file with these headings. */
export const saveColumns: Handler<'authority.save-columns'> = (
  { change, newId, clock, session },
  { id, name, columns },
) =>
  change(async (db) => {
    const list = await listOf(db, id);
    if (!list.ok) return list;
    const unknown = Object.entries(columns).find(
      ([column, heading]) =>
        !MAPPABLE_COLUMNS.some((one) => one.column === column) ||
        (!heading.startsWith('=') && !list.value.headings.some((one) => one.heading === heading)),
    );
    if (unknown) {
      return refuse(
        'invalid-input',
        `The file has no column “${unknown[1]}”. Nothing was saved; choose again.`,
      );
    }
    const mappingId = await saveMapping(db, {
      id: newId(),
      headings: foldHeadings(list.value.headings),
      name,
      columns,
      savedBy: session.userName,
      savedAt: clock.now(),
    });
    return ok({
      value: { mappingId },
      audit: { subjectType: 'column-mapping', subjectId: mappingId, detail: { name, columns } },
    });
  });

async function listOf(
  db: Db,
  id: string,
): Promise<Result<{ readonly fileName: string; readonly headings: readonly CsvHeading[] }>> {
  const file = await findQuarantined(db, id);
  if (file === undefined || file.content === null) {
    return refuse('not-found', 'This file is not here any more, or was too large to keep.');
  }
  const headings = csvHeadings(Buffer.from(file.content, 'base64'));
  return headings.ok ? ok({ fileName: file.fileName, headings: headings.value }) : headings;
}
