import {
  PUBLISHED_LEVELS,
  type PublishedLevel,
  type PublishedLine,
  type PublishedSpan,
} from '#shared/domain/comparators/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { ReadWatch } from '../../exchange/file-problems.ts';
import type { LargeFile } from '../../exchange/published/large-file.ts';
import type { CodeOfAuthority } from '../../exchange/published/read-line.ts';
import { readPublished, type PublishedContent } from '../../exchange/published/read-published.ts';
import type { ListedSchool } from '../../exchange/published/school-list.ts';
import { guessPhase } from '../../platform/national-schools/guess-phase.ts';
import { addMissingSchools } from '../../storage/repositories/authority-schools.ts';
import {
  closePublishedFile,
  findPublished,
  insertPublishedFile,
  insertPublishedLines,
} from '../../storage/repositories/published.ts';
import { StoreBusyError, type Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/** What becomes of a file: the same one here already is no refusal. */
type Taken =
  | { readonly duplicate: string }
  | { readonly duplicate?: undefined; readonly content: PublishedContent; readonly newSchools: number };

/** Keeps one file, whole or not at all, in one transaction. */
export async function takePublished(
  { read, change, clock, newId, session }: Context,
  fileName: string,
  file: LargeFile,
  codeOf: CodeOfAuthority,
  watch: ReadWatch,
): Promise<Result<Taken>> {
  const same = await read((db) => findPublished(db, file.sha256));
  if (same) return { ok: true, value: { duplicate: same.fileName } };
  try {
    return await change<Taken>(async (db) => {
      // Somebody else may have imported it since we looked.
      const meanwhile = await findPublished(db, file.sha256);
      if (meanwhile) return { ok: true, value: { value: { duplicate: meanwhile.fileName }, audit: [] } };
      const id = newId();
      await insertPublishedFile(db, {
        id,
        layout: '',
        fileName,
        sha256: file.sha256,
        lines: 0,
        levels: [],
        importedBy: session.userName,
        importedAt: clock.now(),
      });
      const listed: ListedSchool[] = [];
      const spans = makeSpans();
      const content = await readPublished(
        file,
        codeOf,
        {
          lines: (lines) => {
            spans.add(lines);
            return insertPublishedLines(db, id, lines);
          },
          schools: async (schools) => {
            listed.push(...schools);
          },
        },
        watch,
      );
      if (!content.ok) return content;
      const { layout, lines } = content.value;
      await closePublishedFile(db, id, { layout: layout.id, lines, levels: spans.all() });
      const newSchools = await addListed(db, listed);
      return {
        ok: true,
        value: {
          value: { content: content.value, newSchools },
          audit: {
            subjectType: 'published-file',
            subjectId: id,
            detail: { fileName, sha256: file.sha256, layout: layout.id, lines },
          },
        },
      };
    });
  } catch (error) {
    if (!(error instanceof StoreBusyError)) throw error;
    return refuse('busy', 'Not imported: another program is using the database. Import this file again.');
  }
}

/** Counts lines by level as they come, with the years they are of. */
function makeSpans() {
  const spans = new Map<PublishedLevel, PublishedSpan>();
  return {
    add: (lines: readonly PublishedLine[]) => {
      for (const { level, schoolYear } of lines) {
        const before = spans.get(level) ?? { level, lines: 0, from: schoolYear, to: schoolYear };
        spans.set(level, {
          level,
          lines: before.lines + 1,
          from: Math.min(before.from, schoolYear),
          to: Math.max(before.to, schoolYear),
        });
      }
    },
    all: () => PUBLISHED_LEVELS.flatMap((level) => spans.get(level) ?? []),
  };
}

/** Schools still open in the list's newest year; earlier ones have closed or have another number now. */
async function addListed(db: Db, listed: readonly ListedSchool[]): Promise<number> {
  if (listed.length === 0) return 0;
  const newest = listed.reduce((latest, { schoolYear }) => Math.max(latest, schoolYear), 0);
  return addMissingSchools(
    db,
    [...new Map(listed.map((one) => [one.laEstab, one])).values()]
      .filter(({ schoolYear }) => schoolYear === newest)
      .map(({ laEstab, name, urn }) => ({
        laEstab,
        urn,
        name,
        phase: guessPhase(laEstab.slice(3), name),
        type: null,
        cluster: null,
        openOn: null,
        closedOn: null,
        headName: null,
        address: null,
        source: 'school-list',
      })),
  );
}
