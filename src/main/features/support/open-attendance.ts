import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { readAttendanceCsv, type AttendanceContent } from '../../exchange/attendance-csv.ts';
import { sha256 } from '../../exchange/sha256.ts';
import type { Context } from '../context.ts';
import { openFile } from '../open-file.ts';

export interface AttendanceFile extends AttendanceContent {
  readonly name: string;
  readonly sha256: string;
}

/** Opens and reads a file of attendance. */
export async function openAttendance(
  context: Context,
  fileId: string,
  on: IsoDate | undefined,
): Promise<Result<AttendanceFile>> {
  const opened = await openFile(context, fileId, {
    kind: 'CSV file',
    ifTooLarge: 'export a shorter period.',
  });
  if (!opened.ok) return opened;
  const { name, bytes } = opened.value;
  const read = readAttendanceCsv(bytes, on);
  return read.ok ? ok({ ...read.value, name, sha256: sha256(bytes) }) : read;
}
