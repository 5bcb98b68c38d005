import { randomUUID } from 'node:crypto';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { writeWhole } from '../platform/files/write-whole.ts';

export interface PlacedFile {
  /** Takes the file away again; one that stood there before comes back. */
  undo(): Promise<void>;
  /** The file stays: what stood there before is given up. */
  keep(): Promise<void>;
}

/**
 * Writes a file so that it can be taken back until the receipt for it is kept. Throws when it cannot be written; then
 * nothing of it is left. Two exports to one place do not meet: each works beside it under names of its own.
 */
export async function placeFile(path: string, content: string | Uint8Array): Promise<PlacedFile> {
  const mark = randomUUID().slice(0, 8);
  const [before, staged] = [`${path}.${mark}.before`, `${path}.${mark}.new`];
  const stood = await stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
  try {
    await writeWhole(staged, content);
    if (stood) await copyFile(path, before);
    await rename(staged, path);
  } catch (error) {
    await rm(staged, { force: true });
    await rm(before, { force: true });
    throw error;
  }
  return {
    undo: () => (stood ? rename(before, path) : rm(path, { force: true })),
    keep: async () => {
      if (stood) await rm(before, { force: true });
    },
  };
}
