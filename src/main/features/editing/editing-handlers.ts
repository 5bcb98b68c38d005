import type { OperationName } from '#shared/contract/contract.ts';
import type { Edited } from '#shared/contract/editing.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo, type Permission } from '#shared/permissions/roles.ts';
import { forgetEditing, noteEditing, othersEditing } from '../../storage/repositories/editing.ts';
import type { Handlers, UserSession } from '../context.ts';

/** Whoever may see a record may know who else has it open. */
const MAY_SEE: Readonly<Record<Edited, Permission>> = {
  exclusion: 'exclusions.view',
  pupil: 'pupils.view',
  provider: 'places.view',
  stay: 'places.view',
};

const maySee = ({ role }: UserSession, { subjectType }: { readonly subjectType: Edited }): Result<true> =>
  mayDo(role, MAY_SEE[subjectType])
    ? ok(true)
    : refuse('refused', 'Your role may not see this record, nor who has it open. Nothing was noted.');

/** Nothing of it is in the audit trail: what somebody has open they have not changed. */
export const editingHandlers: Pick<Handlers, Extract<OperationName, `editing.${string}`>> = {
  'editing.open': async ({ store, session, programId, change }, subject) => {
    const may = maySee(session, subject);
    if (!may.ok) return may;
    if (store.engine === 'sqlite' || programId === undefined) return ok({});
    return change(async (db) => {
      const news = await noteEditing(db, subject, { windowId: programId, userName: session.userName });
      return ok({ value: {}, audit: [], ...(news ? {} : { quiet: true }) });
    });
  },
  'editing.close': async ({ store, programId, change }, subject) => {
    if (store.engine === 'sqlite' || programId === undefined) return ok({});
    return change(async (db) => {
      const news = await forgetEditing(db, subject, programId);
      return ok({ value: {}, audit: [], ...(news ? {} : { quiet: true }) });
    });
  },
  'editing.others': async ({ store, session, programId = '', read }, subject) => {
    const may = maySee(session, subject);
    if (!may.ok) return may;
    if (store.engine === 'sqlite') return ok({ shared: false, others: [] });
    const others = await read((db) => othersEditing(db, subject, programId));
    return ok({
      shared: true,
      others: others.map((one) => ({ ...one, yourself: one.userName === session.userName })),
    });
  },
};
