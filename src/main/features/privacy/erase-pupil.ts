import { inArray } from 'drizzle-orm';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { PERSONAL_NAMES, personal, whereOf } from '../../storage/personal/read-personal.ts';
import { mentionsOf } from '../../storage/personal/mentions.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { eraseBlockers } from '../erase-blockers.ts';
import { eraseRecord } from '../erase-record.ts';
import { receivedMark } from '../repeat-erasures.ts';
import { auditOf, findSubject, type Subject } from './find-subject.ts';

type Preview = OperationOutput<'privacy.erasure-preview'>;

/** What erasing would do; changes nothing. */
export const previewErasure: Handler<'privacy.erasure-preview'> = (context, { subject, kind }) =>
  context.read(async (db) => {
    const found = await findSubject(db, subject);
    if (!found.ok) return found;
    const { keys, names, name } = found.value;
    const auditIds = kind === undefined ? await auditOf(db, keys) : [];
    const sections: Preview['sections'] = [];
    for (const table of PERSONAL_NAMES) {
      const { entry, table: source } = personal(db, table);
      if (kind !== undefined && entry.kind !== kind) continue;
      let rows = 0;
      for (const where of whereOf(db, table, keys, auditIds)) {
        rows += (await db.select().from(source).where(where)).length;
      }
      if (rows > 0) sections.push({ table, title: entry.title, rows, removed: entry.removed ?? false });
    }
    return ok({
      name,
      surname: names.surname,
      blocked: [...(await blockersOf(db, found.value, context))],
      sections,
      mentions: kind === undefined ? [...(await mentionsOf(db, keys, names))] : [],
    });
  });

/**
 * Erases for good. Asked twice: the surname must be typed. Afterwards the file is compacted, so that its free space holds
 * nothing either; where another program is at work that is done with the next erasure.
 */
export const erasePupil: Handler<'privacy.erase-pupil'> = async (context, input) => {
  const { kind, reason } = input;
  const erased = await context.change(async (db) => {
    const found = await findSubject(db, input.subject);
    if (!found.ok) return found;
    const { keys, names } = found.value;
    const checked = check(names.surname, names.full, input);
    if (!checked.ok) return checked;
    const blocked = await blockersOf(db, found.value, context);
    if (blocked.length > 0)
      return refuse('refused', `Nothing was erased. ${blocked.join(' ')} Erase it once that is over.`);
    const mark = await markOf(db, found.value);
    const { counts, auditRows, notes } = await eraseRecord(db, keys, kind);
    const id = context.newId();
    const record = { id, pupilId: mark, at: context.clock.now(), kind: kind ?? 'everything', reason, counts };
    await db.insert(db.tables.erasures).values({ ...record, byName: context.session.userName });
    return ok({
      value: { ...counts },
      audit: [
        {
          subjectType: 'erasure',
          subjectId: id,
          ...(keys.pupil[0] === undefined ? {} : { pupilId: keys.pupil[0] }),
          detail: { kind: record.kind, reason, counts, auditRows },
        },
        ...notes,
      ],
    });
  });
  if (!erased.ok) return erased;
  return ok({ counts: erased.value, compacted: await compact(context) });
};

/** The server of a shared database clears its own free space. */
export const compact = async ({ store }: Pick<Context, 'store'>): Promise<boolean> =>
  store.compact === undefined ? true : store.compact();

const blockersOf = async (
  db: Db,
  { keys }: Subject,
  { clock }: Pick<Context, 'clock'>,
): Promise<readonly string[]> => [...(await eraseBlockers(db, keys.pupil, clock.today())).values()].flat();

const plain = (text: string): string => text.trim().toLocaleLowerCase('en-GB');

function check(
  surname: string,
  full: readonly string[],
  input: { readonly surname: string; readonly reason: string },
): Result<true> {
  if (plain(input.surname) !== plain(surname)) {
    const message = 'This is not the pupil’s surname. Nothing was erased.';
    return refuse('invalid-input', message, { fields: [{ path: 'surname', message }] });
  }
  if ([surname, ...full].some((name) => plain(input.reason).includes(plain(name)))) {
    const message = 'The reason is kept for good: give it without the pupil’s name. Nothing was erased.';
    return refuse('invalid-input', message, { fields: [{ path: 'reason', message }] });
  }
  return ok(true);
}

/** What the erasure is kept under: the pupil's id, or where only returns name the pupil, a row of them. */
async function markOf(db: Db, { keys }: Subject): Promise<string> {
  const [pupilId] = keys.pupil;
  if (pupilId !== undefined) return pupilId;
  const { receivedExclusions: x } = db.tables;
  const [row] = await db
    .select({ returnId: x.returnId, position: x.position })
    .from(x)
    .where(inArray(x.upn, [...keys.upn]))
    .limit(1);
  return row === undefined ? 'received' : receivedMark(row.returnId, row.position);
}
