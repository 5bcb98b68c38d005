import type { FileProblem } from '#shared/kernel/result.ts';
import type { ReadFile } from '../../receiving/types.ts';
import type { Arrival } from '../../storage/repositories/received-columns.ts';
import { dropQuarantined, keepQuarantined } from '../../storage/repositories/quarantine.ts';
import { findByContents } from '../../storage/repositories/received-returns.ts';
import { keepReceived, type Kept } from '../../storage/repositories/received-writes.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';
import { acceptedOutcome, type FileOutcome } from './import-words.ts';
import { nameSchools } from './name-schools.ts';

type Of<Kind extends ReadFile['kind']> = Extract<ReadFile, { readonly kind: Kind }>;

/**
 * Writes what was read of some files in one transaction: returns that are new or newer, and the refused files, to be
 * tried again. Each file is whole or not at all, because all that could refuse it was looked at before. Outcomes are
 * in the order of the files.
 */
export async function keepBatch(
  context: Context,
  files: readonly ReadFile[],
): Promise<readonly FileOutcome[]> {
  const returns = files.filter((file) => file.kind === 'return');
  const result = await context.change(async (db) => {
    const names = await nameSchools(context, db, returns);
    const arrivals = returns.map((file) => arrivalOf(context, file, names.get(file)?.name ?? ''));
    const kept = new Map(zip(returns, await keepReceived(db, arrivals)));
    await dropQuarantined(db, { sha256: files.flatMap(contentsTaken) });
    const known = await findByContents(
      db,
      files.flatMap((file) => (file.kind === 'known' ? [file.sha256] : [])),
    );
    const outcomes: FileOutcome[] = [];
    for (const file of files) {
      const one =
        file.kind === 'return'
          ? acceptedOutcome(file.name, must(kept.get(file)), [
              ...file.warnings,
              ...(names.get(file)?.known === false ? [unknownSchool(file.head.laEstab)] : []),
            ])
          : file.kind === 'refused'
            ? await refusedOutcome(context, db, file)
            : copyOutcome(file, known);
      if (one) outcomes.push(one);
    }
    return {
      ok: true,
      value: { value: outcomes, audit: [...auditOf([...kept.values()]), ...notTaken(outcomes)] },
    };
  });
  // Nothing in there refuses.
  return result.ok ? result.value : [];
}

function arrivalOf(
  { newId, session, clock }: Context,
  { head, exclusions }: Of<'return'>,
  schoolName: string,
): Arrival {
  const { namedAs: _, ...received } = head;
  return {
    received: { ...received, id: newId(), schoolName, receivedBy: session.userName, receivedAt: clock.now() },
    exclusions,
  };
}

/** By what content the quarantine may know a file that needs no other try. */
function contentsTaken(file: ReadFile): readonly string[] {
  if (file.kind !== 'return' && file.kind !== 'known') return [];
  const sealed = file.sealedSha256 === undefined ? [] : [file.sealedSha256];
  return file.kind === 'return' ? [file.head.sha256, ...sealed] : sealed;
}

const copyOutcome = (
  file: Of<'known' | 'sealed'>,
  known: Awaited<ReturnType<typeof findByContents>>,
): FileOutcome | undefined => {
  const same = known.get(file.sha256);
  return same && acceptedOutcome(file.name, { outcome: 'duplicate', received: same, other: same }, []);
};

async function refusedOutcome(
  { newId, session, clock }: Context,
  db: Db,
  file: Of<'refused'>,
): Promise<FileOutcome> {
  const { name, sha256, size, content, message, problems } = file;
  const quarantineId =
    sha256 === undefined
      ? undefined
      : await keepQuarantined(db, {
          id: newId(),
          fileName: name,
          sha256,
          size,
          content: content === undefined ? null : Buffer.from(content).toString('base64'),
          message,
          problems: [...problems],
          refusedAt: clock.now(),
          refusedBy: session.userName,
        });
  return {
    fileName: name,
    outcome: 'refused',
    nil: false,
    message,
    problems: [...problems],
    ...(quarantineId === undefined ? {} : { quarantineId }),
  };
}

const unknownSchool = (laEstab: string): FileProblem => ({
  severity: 'warning',
  element: 'school number',
  value: laEstab,
  rule: 'X22',
  message: 'This school is not in the national list.',
  remedy: 'Check the number with the school. A school opened lately may be missing from the list.',
});

const auditOf = (kept: readonly Kept[]): readonly AuditNote[] =>
  kept.flatMap(({ outcome, received }) =>
    outcome === 'imported' || outcome === 'replaced'
      ? [
          {
            subjectType: 'received-return',
            subjectId: received.id,
            detail: {
              fileName: received.fileName,
              sha256: received.sha256,
              laEstab: received.laEstab,
              period: received.periodName,
              outcome,
            },
          },
        ]
      : [],
  );

/** The most names in one row; how many there were is said in any case. */
const NAMED = 100;

/** One row for the files of a batch that nothing was taken of: that they came is told too. */
function notTaken(outcomes: readonly FileOutcome[]): readonly AuditNote[] {
  const left = outcomes.filter(({ outcome }) => outcome !== 'imported' && outcome !== 'replaced');
  if (left.length === 0) return [];
  const files = left.slice(0, NAMED).map(({ fileName, outcome }) => ({ fileName, outcome }));
  return [{ subjectType: 'received-files', subjectId: 'not-taken', detail: { count: left.length, files } }];
}

function zip<A, B>(left: readonly A[], right: readonly B[]): (readonly [A, B])[] {
  return left.flatMap((one, at) => {
    const other = right[at];
    return other === undefined ? [] : [[one, other] as const];
  });
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A return was written and nothing was said of it.');
  return value;
}
