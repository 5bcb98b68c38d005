import { eq, isNotNull } from 'drizzle-orm';
import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import type { Db } from '../store.ts';
import { ERASED_NAME, type Stand } from './treatments.ts';

/** What the school's own returns said of a pupil, with the return they were in. */
export async function sentOf(
  db: Db,
  upns: readonly string[],
): Promise<
  readonly { readonly period: string; readonly fileName: string; readonly said: ReturnedExclusion }[]
> {
  const { returns } = db.tables;
  const rows = await db
    .select({ period: returns.periodName, fileName: returns.fileName, document: returns.document })
    .from(returns)
    .where(isNotNull(returns.document));
  return rows.flatMap(({ period, fileName, document }) =>
    (document ?? []).filter(({ upn }) => upns.includes(upn)).map((said) => ({ period, fileName, said })),
  );
}

/** Takes a pupil out of the documents of sent returns: what was returned stays, nobody's. Gives how many changed. */
export async function eraseFromSent(db: Db, upns: readonly string[], stand: Stand): Promise<number> {
  const { returns } = db.tables;
  const rows = await db
    .select({ id: returns.id, document: returns.document })
    .from(returns)
    .where(isNotNull(returns.document));
  let changed = 0;
  for (const { id, document } of rows) {
    if (!document?.some(({ upn }) => upns.includes(upn))) continue;
    const next = document.map((one) =>
      upns.includes(one.upn) ? { ...one, upn: stand.upn, ...ERASED_NAME } : one,
    );
    await db.update(returns).set({ document: next }).where(eq(returns.id, id));
    changed += 1;
  }
  return changed;
}

/** Refused files that contain a UPN, as far as their bytes can be read as text. Gives their ids. */
export async function refusedFilesWith(db: Db, upns: readonly string[]): Promise<readonly string[]> {
  const { quarantinedFiles: files } = db.tables;
  const rows = await db
    .select({ id: files.id, content: files.content, problems: files.problems })
    .from(files);
  return rows
    .filter(({ content, problems }) => {
      const text = `${content === null ? '' : decode(content)} ${JSON.stringify(problems)}`;
      return upns.some((upn) => text.includes(upn));
    })
    .map(({ id }) => id);
}

/** UTF-16 text has a zero byte after each plain letter. */
const decode = (content: string): string =>
  Buffer.from(content, 'base64').toString('latin1').replaceAll('\0', '');

/** Empties refused files: their bytes and what their problems quoted. */
export async function emptyRefusedFiles(db: Db, ids: readonly string[]): Promise<void> {
  const { quarantinedFiles: files } = db.tables;
  for (const id of ids) {
    await db.update(files).set({ content: null, problems: [] }).where(eq(files.id, id));
  }
}
