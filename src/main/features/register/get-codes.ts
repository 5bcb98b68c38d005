import type { Handler } from '../context.ts';
import { listCodes } from './list-codes.ts';

/** The code each session out of a period should carry, and why. */
export const getCodes: Handler<'register.codes'> = (context, input) =>
  context.read(async (db) => {
    const listed = await listCodes(db, context, input);
    return listed.ok ? { ok: true, value: { rows: listed.value.map(({ row }) => row) } } : listed;
  });
