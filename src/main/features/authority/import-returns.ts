import { basename } from 'node:path';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { findBySha256, knownSchools } from '../../storage/repositories/received-returns.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import { StoreBusyError } from '../../storage/store.ts';
import { JobCancelledError, type Context, type Handler } from '../context.ts';
import { checkReceived } from './check-received.ts';
import { listFiles, MAX_FILES, type FoundFile } from './list-files.ts';
import { parseReturn, readReturnBytes } from './read-return-file.ts';
import { receiveReturn, type Received } from './receive-return.ts';

type Outcome = OperationOutput<'authority.import'>['files'][number];

/** Imports every file behind the ids, each whole or not at all. Cancelling leaves the files already done. */
export const importReturns: Handler<'authority.import'> = async (context, { fileIds }) => {
  const paths = fileIds.flatMap((fileId) => context.files.pathOf(fileId) ?? []);
  if (paths.length < fileIds.length) {
    return refuse(
      'not-found',
      'Some of the files are not known any more. Nothing was imported; choose them again.',
    );
  }
  const workspace = await context.read(readWorkspace);
  if (!workspace?.authority) {
    return refuse('not-set-up', 'This database is no authority’s. Set up your authority first.');
  }
  context.job.progress(undefined, 'Looking for returns');
  const found = await listFiles(paths);
  if (found.length > MAX_FILES) {
    return refuse(
      'refused',
      `There are more than ${MAX_FILES.toLocaleString('en-GB')} files there. Nothing was imported; choose a smaller folder.`,
    );
  }
  if (found.length === 0) {
    return refuse(
      'not-found',
      'There are no XML or CSV files in that folder. Choose the folder the schools’ returns are in.',
    );
  }
  const files: Outcome[] = [];
  for (const [at, file] of found.entries()) {
    if (isCancelled(context)) {
      files.push(...found.slice(at).map(notRead));
      break;
    }
    context.job.progress(at / found.length, `${at + 1} of ${found.length}: ${basename(file.path)}`);
    files.push(await orBusy(file, importOne(context, file, workspace.authority.code)));
  }
  return { ok: true, value: { files } };
};

/** A database kept busy by another program costs this file, not the answer about those already taken. */
async function orBusy({ name }: FoundFile, work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreBusyError)) throw error;
    const message = 'Not imported: another program is using the database. Import this file again.';
    return refused(name, { ok: false, error: { code: 'busy', message } });
  }
}

async function importOne(
  context: Context,
  { path, name }: FoundFile,
  authorityCode: string,
): Promise<Outcome> {
  const read = await readReturnBytes(path);
  if (!read.ok) return refused(name, read);
  const same = await context.read((db) => findBySha256(db, read.value.sha256));
  if (same) return accepted(name, { outcome: 'duplicate', received: same, other: same }, []);
  const parsed = parseReturn(name, read.value.bytes);
  if (!parsed.ok) return refused(name, parsed);
  const { document, warnings } = parsed.value;
  if (document.school.la !== authorityCode) {
    return refused(name, {
      ok: false,
      error: {
        code: 'refused',
        message: `Not imported: the file is from a school of authority ${document.school.la}, and this is ${authorityCode}. Send it to that authority.`,
      },
    });
  }
  const school = await nameSchool(context, document.school);
  const checked = checkReceived(parsed.value, school.known);
  if (!checked.ok) return refused(name, checked);
  const received = await receiveReturn(
    context,
    name,
    { ...parsed.value, sha256: read.value.sha256 },
    school.name,
  );
  return received.ok
    ? accepted(name, received.value, [...warnings, ...checked.value])
    : refused(name, received);
}

/** The school's name here, in the national list or in the file, whichever is first to know it. */
async function nameSchool(
  { read, nationalSchools }: Context,
  { la, estab, name }: ReturnDocument['school'],
): Promise<{ readonly name: string; readonly known: boolean }> {
  const laEstab = la + estab;
  const [ours] = await read((db) => knownSchools(db, [laEstab]));
  const known = ours?.name ?? nationalSchools().byLaEstab(laEstab)?.name;
  return { name: known ?? name ?? `School ${laEstab}`, known: known !== undefined };
}

function accepted(
  fileName: string,
  { outcome, received, other }: Received,
  problems: readonly Outcome['problems'][number][],
): Outcome {
  return {
    fileName,
    outcome,
    school: { laEstab: received.laEstab, name: received.schoolName },
    period: received.periodName,
    nil: received.nil,
    counts: received.counts,
    message:
      outcome === 'duplicate' && other?.fileName === fileName
        ? 'Left out: the same file is here already.'
        : MESSAGES[outcome](other?.fileName ?? ''),
    problems: [...problems],
  };
}

const MESSAGES: Readonly<Record<Received['outcome'], (other: string) => string>> = {
  imported: () => 'Imported.',
  replaced: (other) => `Imported in place of ${other}, which is older.`,
  older: (other) => `Left out: ${other}, which is newer, is here for this school and census.`,
  duplicate: (other) => `Left out: the same file is here already, as ${other}.`,
};

function refused(fileName: string, { error }: Extract<Result<unknown>, { ok: false }>): Outcome {
  const problems = [...(error.problems ?? [])];
  const found = problems.filter(({ severity }) => severity === 'error').length;
  return {
    fileName,
    outcome: 'refused',
    nil: false,
    message:
      found === 0
        ? error.message
        : `Not imported: ${found === 1 ? '1 problem' : `${found} problems`}. Nothing of the file was kept; the school must send it again.`,
    problems,
  };
}

const notRead = ({ name }: FoundFile): Outcome => ({
  fileName: name,
  outcome: 'not-read',
  nil: false,
  message: 'Not read: the import was cancelled before it. Import it again.',
  problems: [],
});

function isCancelled({ job }: Context): boolean {
  try {
    job.checkCancelled();
    return false;
  } catch (error) {
    if (error instanceof JobCancelledError) return true;
    throw error;
  }
}
