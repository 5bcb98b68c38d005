import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { ReadWatch } from '../../exchange/file-problems.ts';
import { lookThrough, type LargeFile } from '../../exchange/published/large-file.ts';
import type { Context } from '../context.ts';

/** The file behind an id, looked through once: its fingerprint and its letters. Refused when it is no list. */
export function openLarge(
  { files }: Pick<Context, 'files'>,
  fileId: string,
  watch: ReadWatch = {},
): Result<{ readonly name: string; readonly file: LargeFile }> {
  const path = files.pathOf(fileId);
  if (path === undefined) {
    return refuse('not-found', 'This file is no longer known. Nothing was changed. Choose the file again.');
  }
  const looked = lookThrough(path, watch);
  if (!looked.ok) return looked;
  if (looked.value === 'cancelled') {
    return refuse('cancelled', 'Reading the file was stopped. Nothing was changed.');
  }
  return { ok: true, value: { name: basename(path), file: looked.value } };
}
