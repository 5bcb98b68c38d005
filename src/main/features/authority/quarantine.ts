import { refuse } from '#shared/kernel/result.ts';
import { isList } from '../../receiving/fold-headings.ts';
import type { ReadTask } from '../../receiving/types.ts';
import {
  dropQuarantined,
  findQuarantined,
  listQuarantined,
  type QuarantinedFile,
} from '../../storage/repositories/quarantine.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { importTasks } from './import-tasks.ts';
import { summarise } from './summarise.ts';

/** The files that were refused and wait for another try. */
export const listQuarantine: Handler<'authority.quarantine'> = ({ read }) =>
  read(async (db) => ({
    ok: true,
    value: {
      files: (await listQuarantined(db)).map(({ kept, problems, ...file }) => ({
        ...file,
        problems: [...problems],
        kept: kept === 1,
        mappable: kept === 1 && isList(file.fileName),
      })),
    },
  }));

/** Tries refused files again, as if they had been dropped anew: rules, keys and column names may be others now. */
export const retryQuarantined: Handler<'authority.retry-quarantined'> = async (context, { ids }) => {
  // Each once, however often it is named: reading one takes a while.
  const wanted = new Set(ids);
  const found = await context.read((db) => findAll(db, wanted));
  const authority = (await context.read(readWorkspace))?.authority;
  if (!authority)
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  if (found.length < wanted.size) return refuse('not-found', GONE);
  const tasks = found.flatMap(({ fileName, content }): ReadTask[] =>
    content === null
      ? []
      : [{ name: fileName, bytes: Buffer.from(content, 'base64'), columnsJustNamed: wanted.size === 1 }],
  );
  if (tasks.length === 0) {
    return refuse('refused', 'Files of this size are not kept. Choose the file again on Import.');
  }
  const outcomes = await importTasks(context, tasks, { authority: authority.code, laEstab: undefined });
  return { ok: true, value: summarise(outcomes) };
};

export const discardQuarantined: Handler<'authority.discard-quarantined'> = ({ change }, { ids }) =>
  change(async (db) => {
    const found = await findAll(db, new Set(ids));
    if (found.length === 0) return refuse('not-found', GONE);
    await dropQuarantined(db, { sha256: found.map(({ sha256 }) => sha256) });
    return {
      ok: true,
      value: {
        value: { discarded: found.length },
        audit: found.map(({ id, fileName, sha256, attempts }) => ({
          subjectType: 'quarantined-file',
          subjectId: id,
          detail: { fileName, sha256, attempts },
        })),
      },
    };
  });

/** Saves a copy of a refused file, byte for byte, to look into or to send back. */
export const saveQuarantined: Handler<'authority.save-quarantined'> = async (
  context,
  { id, destination },
) => {
  const file = await context.read((db) => findQuarantined(db, id));
  if (file === undefined) return refuse('not-found', GONE);
  if (file.content === null)
    return refuse('refused', 'Files of this size are not kept; it is where it came from.');
  const { fileName, sha256 } = file;
  return exportFile(context, {
    destination,
    // A name out of an archive may have strokes of either kind in it.
    suggestedName: fileName.split(/[\\/]/).at(-1) ?? fileName,
    content: Buffer.from(file.content, 'base64'),
    audit: (savedAs) => ({
      subjectType: 'quarantined-file',
      subjectId: id,
      detail: { fileName, sha256, savedAs },
    }),
  });
};

const GONE = 'Some of these files are not here any more. Nothing was changed; look at the list again.';

async function findAll(db: Db, ids: ReadonlySet<string>): Promise<readonly QuarantinedFile[]> {
  const found: QuarantinedFile[] = [];
  for (const id of ids) {
    const file = await findQuarantined(db, id);
    if (file) found.push(file);
  }
  return found;
}
