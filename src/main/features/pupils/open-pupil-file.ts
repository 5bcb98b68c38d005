import type { Result } from '#shared/kernel/result.ts';
import { sha256 } from '../../exchange/sha256.ts';
import type { Context } from '../context.ts';
import { openFile, type OpenedFile } from '../open-file.ts';

/** A pupil file somebody chose, read into memory, with what kind it is by its content. */
export interface PupilFile extends OpenedFile {
  readonly kind: 'ctf' | 'pupil-csv';
  readonly size: number;
  readonly sha256: string;
}

/** Opens the file behind an id. Refused when it is gone, cannot be opened, is too large or of another kind. */
export async function openPupilFile(
  context: Pick<Context, 'files'>,
  fileId: string,
): Promise<Result<PupilFile>> {
  const opened = await openFile(context, fileId, {
    kind: 'CTF or CSV file',
    ifTooLarge: 'export fewer year groups at a time.',
  });
  if (!opened.ok) return opened;
  const { name, bytes } = opened.value;
  return {
    ok: true,
    value: { kind: kindOf(bytes), name, size: bytes.length, sha256: sha256(bytes), bytes },
  };
}

/** XML begins with "<" in every encoding, once marks, zero bytes and blanks are passed over. */
function kindOf(bytes: Uint8Array): PupilFile['kind'] {
  const passedOver = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
  const first = bytes.subarray(0, 1000).find((byte) => !passedOver.has(byte));
  return first === 0x3c ? 'ctf' : 'pupil-csv';
}
