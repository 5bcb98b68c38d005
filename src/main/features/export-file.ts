import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { AuditNote, Context } from './context.ts';
import { placeFile } from './place-file.ts';

interface Export {
  /** Id of the place that was chosen already; left out: a dialog asks. */
  readonly destination: string | undefined;
  readonly suggestedName: string;
  readonly content: string | Uint8Array;
  /** What the audit trail keeps of it. */
  readonly audit: (fileName: string) => AuditNote;
}

/**
 * Writes a file where somebody chose, with its row in the audit trail. Refused when no place was chosen or nothing
 * can be written there; what stood there before stays until the trail has its row.
 */
export async function exportFile(
  context: Context,
  { destination, suggestedName, content, audit }: Export,
): Promise<Result<{ readonly fileId: string; readonly fileName: string }>> {
  const { files, change } = context;
  const path = destination === undefined ? await files.chooseSave(suggestedName) : files.placeOf(destination);
  if (path === undefined) {
    return destination === undefined
      ? refuse('cancelled', 'Nothing was written: no place for the file was chosen.')
      : refuse(
          'not-found',
          'Nothing was written: the place for the file is not known any more. Choose it again.',
        );
  }
  const fileName = basename(path);
  let placed;
  try {
    placed = await placeFile(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return refuse(
      'refused',
      `The file could not be written there${code}. Nothing was written. If the file is open in another program, close it; or choose another folder.`,
    );
  }
  try {
    const noted = await change(async () => ({ ok: true, value: { value: {}, audit: audit(fileName) } }));
    if (!noted.ok) {
      await placed.undo();
      return noted;
    }
  } catch (error) {
    await placed.undo();
    throw error;
  }
  await placed.keep();
  return { ok: true, value: { fileId: files.register(path).fileId, fileName } };
}
