import { writeRegisterCsv } from '../../exchange/register-csv.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { listCodes } from './list-codes.ts';

/** Writes the codes of a period as CSV. Future sessions are in it as booked, and say so. */
export const exportCodes: Handler<'register.export'> = async (context, { from, to, destination }) => {
  const listed = await context.read((db) => listCodes(db, context, { from, to }));
  if (!listed.ok) return listed;
  const rows = listed.value.map(({ row }) => row);
  const written = await exportFile(context, {
    destination,
    suggestedName: from === to ? `register-codes-${from}.csv` : `register-codes-${from}-to-${to}.csv`,
    content: writeRegisterCsv(rows),
    audit: (fileName) => ({
      subjectType: 'register',
      subjectId: `${from} to ${to}`,
      detail: { fileName, rows: rows.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, rows: rows.length } } : written;
};
