import { basename } from 'node:path';
import type { OperationOutput } from '#shared/contract/contract.ts';
import {
  PUBLISHED_LEVELS,
  type PublishedLevel,
  type PublishedLine,
  type PublishedSpan,
} from '#shared/domain/comparators/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
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
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { StoreBusyError, type Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { isCancelled, watchOf } from './job-watch.ts';
import { openLarge } from './open-large.ts';

type Outcome = OperationOutput<'authority.import-published'>['files'][number];

/** What becomes of a file: the same one here already is no refusal. */
type Taken =
  | { readonly duplicate: string }
  | { readonly duplicate?: undefined; readonly content: PublishedContent; readonly newSchools: number };

/**
 * Imports files of the Department's open data, each in a transaction of its own. A file is read while its lines are
 * written, a piece at a time: the largest has half a million, and no more of it is in memory than the piece.
 */
export const importPublished: Handler<'authority.import-published'> = async (context, { fileIds }) => {
  const workspace = await context.read(readWorkspace);
  if (!workspace?.authority) {
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  }
  const codeOf = authorityCodes(context);
  const files: Outcome[] = [];
  for (const [at, fileId] of fileIds.entries()) {
    const path = context.files.pathOf(fileId);
    const fileName = path === undefined ? 'A file' : basename(path);
    if (isCancelled(context)) files.push(notRead(fileName));
    else files.push(await importOne(context, fileId, fileName, codeOf, at, fileIds.length));
  }
  return { ok: true, value: { files } };
};

async function importOne(
  context: Context,
  fileId: string,
  fileName: string,
  codeOf: CodeOfAuthority,
  at: number,
  of: number,
): Promise<Outcome> {
  const text = of === 1 ? `Reading ${fileName}` : `${at + 1} of ${of}: ${fileName}`;
  const opened = openLarge(context, fileId, { cancelled: () => isCancelled(context) });
  const taken = opened.ok
    ? await takeFile(
        context,
        opened.value.name,
        opened.value.file,
        codeOf,
        watchOf(context, text, at / of, (at + 1) / of),
      )
    : opened;
  if (!taken.ok) return taken.error.code === 'cancelled' ? notRead(fileName) : refused(fileName, taken);
  if (taken.value.duplicate !== undefined) {
    const { duplicate } = taken.value;
    const same = duplicate === fileName ? '' : `, as ${duplicate}`;
    return {
      fileName,
      outcome: 'duplicate',
      message: `Left out: the same file is here already${same}.`,
      problems: [],
    };
  }
  const { content, newSchools } = taken.value;
  return {
    fileName,
    outcome: 'imported',
    layout: content.layout.name,
    lines: content.lines,
    message:
      content.layout.id === 'school-list'
        ? `Imported. ${newSchools.toLocaleString('en-GB')} schools of its newest year were not here yet.`
        : 'Imported.',
    problems: [],
  };
}

async function takeFile(
  { read, change, clock, newId, session }: Context,
  fileName: string,
  file: LargeFile,
  codeOf: CodeOfAuthority,
  watch: ReturnType<typeof watchOf>,
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

/** The first code of a name: files that name authorities only are of the years before numbers changed. */
function authorityCodes({ nationalSchools }: Pick<Context, 'nationalSchools'>): CodeOfAuthority {
  let codes: ReadonlyMap<string, string> | undefined;
  return (name) => {
    codes ??= new Map(
      nationalSchools()
        .authorities()
        .toReversed()
        .map((authority) => [authority.name.toLowerCase(), authority.code]),
    );
    return codes.get(name.trim().toLowerCase()) ?? '';
  };
}

function refused(fileName: string, { error }: Extract<Result<unknown>, { ok: false }>): Outcome {
  return {
    fileName,
    outcome: 'refused',
    message: error.problems ? 'Not imported. Nothing of the file was kept.' : error.message,
    problems: [...(error.problems ?? [])],
  };
}

const notRead = (fileName: string): Outcome => ({
  fileName,
  outcome: 'not-read',
  message: 'Not read: the import was cancelled. Nothing of this file was kept; import it again.',
  problems: [],
});
