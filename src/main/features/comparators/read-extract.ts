import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, type FileProblem, type Result } from '#shared/kernel/result.ts';
import { MAX_FILE_BYTES } from '../../exchange/read-text.ts';
import { refuseFile } from '../../exchange/file-problems.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { readReturn } from '../../exchange/return-files.ts';
import { splitReturnCsv } from '../../exchange/split-return-csv.ts';
import type { Context } from '../context.ts';
import { isCancelled } from '../is-cancelled.ts';

export interface Extract {
  readonly fileName: string;
  /** One for each school and period. */
  readonly documents: readonly ReturnDocument[];
}

/** The returns in an extract: census XML or any format a return travels in, a CSV also with several schools. */
export async function readExtract(context: Context, fileId: string): Promise<Result<Extract>> {
  const path = context.files.pathOf(fileId);
  if (path === undefined) {
    return refuse('not-found', 'This file is no longer known. Choose it again.');
  }
  const fileName = basename(path);
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Error('no plain file');
    if (found.size > MAX_FILE_BYTES) {
      return refuse(
        'unreadable-file',
        `“${fileName}” is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Take the extract of fewer schools at a time.`,
      );
    }
    bytes = await readFile(path);
  } catch {
    return refuse(
      'unreadable-file',
      `“${fileName}” could not be opened. Check that it is still there and not open in another program, then choose it again.`,
    );
  }
  const parts = splitReturnCsv(bytes) ?? [{ bytes, lines: [] }];
  const documents: ReturnDocument[] = [];
  const problems: FileProblem[] = [];
  for (const [at, part] of parts.entries()) {
    if (isCancelled(context)) return refuse('cancelled', 'Reading the file was stopped.');
    context.job.progress(at / parts.length, `Reading ${fileName}`);
    const read = await readReturn(fileName, part.bytes);
    if (read.ok) documents.push(read.value.document);
    else if (read.error.problems) problems.push(...read.error.problems.map((one) => atLine(one, part.lines)));
    else return read;
  }
  return problems.length > 0 ? refuseFile(problems) : { ok: true, value: { fileName, documents } };
}

/** The problem at the line of the whole file. */
function atLine(problem: FileProblem, lines: readonly number[]): FileProblem {
  const line = problem.line === undefined ? undefined : lines[problem.line - 1];
  return line === undefined ? problem : { ...problem, line };
}
