import { basename } from 'node:path';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { CodeOfAuthority } from '../../exchange/published/read-line.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Context, Handler } from '../context.ts';
import { isCancelled } from '../is-cancelled.ts';
import { watchOf } from './job-watch.ts';
import { openLarge } from './open-large.ts';
import { takePublished } from './take-published.ts';

type Outcome = OperationOutput<'authority.import-published'>['files'][number];

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
    ? await takePublished(
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
