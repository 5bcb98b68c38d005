import { ok, refuse } from '#shared/kernel/result.ts';
import { auditWords, outcomeName } from '#shared/text/audit-words.ts';
import { roleName } from '#shared/text/role-words.ts';
import { writeAuditCsv, type AuditCsvRow } from '../../exchange/audit-csv.ts';
import { listAudit } from '../../storage/repositories/audit-list.ts';
import type { Context, Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { auditFilter } from './audit-filter.ts';
import { auditViews } from './audit-views.ts';

const ROWS_AT_ONCE = 2000;

/** More than a spreadsheet program opens with ease, and than the window should wait for. */
const MOST = 200_000;

/** Writes the chosen rows as CSV, newest first. That it was done is a row of its own. */
export const exportAudit: Handler<'audit.export'> = async (context, { destination, ...asked }) => {
  const rows = await allRows(context, asked);
  if (rows === undefined) {
    return refuse(
      'refused',
      `There are more than ${MOST.toLocaleString('en-GB')} rows. Nothing was written. Choose days, a person, a pupil or an area.`,
    );
  }
  const day = context.clock.today();
  const written = await exportFile(context, {
    destination,
    suggestedName: `audit-trail-${day}.csv`,
    content: writeAuditCsv(rows),
    audit: (fileName) => ({
      subjectType: 'audit',
      subjectId: day,
      ...(asked.pupilId === undefined ? {} : { pupilId: asked.pupilId }),
      detail: { fileName, rows: rows.length, filter: asked },
    }),
  });
  return written.ok ? ok({ ...written.value, rows: rows.length }) : written;
};

async function allRows(
  { read }: Context,
  asked: Parameters<typeof auditFilter>[0],
): Promise<readonly AuditCsvRow[] | undefined> {
  const filter = auditFilter(asked);
  const rows: AuditCsvRow[] = [];
  for (let before: number | undefined; ;) {
    const page = await read(async (db) => {
      const stored = await listAudit(db, filter, { before, limit: ROWS_AT_ONCE });
      return { stored, views: await auditViews(db, stored) };
    });
    for (const [at, row] of page.stored.entries()) {
      const view = page.views[at];
      if (view === undefined) continue;
      rows.push({
        id: row.id,
        at: row.at,
        userName: row.userName,
        role: roleName(row.role),
        what: auditWords(view),
        outcome: outcomeName(view.outcome),
        pupilName: view.pupil?.name ?? '',
        subject: [row.subjectType, row.subjectId].filter(Boolean).join(' '),
        operation: row.operation,
        detail: row.detail ?? '',
        hash: row.hash ?? '',
      });
    }
    if (rows.length > MOST) return undefined;
    if (page.stored.length < ROWS_AT_ONCE) return rows;
    before = page.stored.at(-1)?.id;
  }
}
