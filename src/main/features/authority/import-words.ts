import type { z } from 'zod';
import type { fileOutcome } from '#shared/contract/receiving.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import type { Kept } from '../../storage/repositories/received-writes.ts';

export type FileOutcome = z.output<typeof fileOutcome>;

/** What became of a file that was read. */
export function acceptedOutcome(
  fileName: string,
  { outcome, received, other }: Kept,
  problems: readonly FileProblem[],
): FileOutcome {
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
        : outcome === 'replaced' && other?.createdAt === received.createdAt
          ? `Imported in place of ${other.fileName}, which says that it was made in the same moment.`
          : MESSAGES[outcome](other?.fileName ?? ''),
    problems: [...problems],
    // One that is older was not kept: there is only the other.
    ...(outcome === 'older' ? {} : { receivedId: received.id }),
  };
}

const MESSAGES: Readonly<Record<Kept['outcome'], (other: string) => string>> = {
  imported: () => 'Imported.',
  replaced: (other) => `Imported in place of ${other}, which is older.`,
  older: (other) => `Left out: ${other}, which is newer, is here for this school and period.`,
  duplicate: (other) => `Left out: the same file is here already, as ${other}.`,
};

/** A file that nobody has looked into yet. */
export const notReadOutcome = (fileName: string, message: string, fileId?: string): FileOutcome => ({
  fileName,
  outcome: 'not-read',
  nil: false,
  message,
  problems: [],
  ...(fileId === undefined ? {} : { fileId }),
});
