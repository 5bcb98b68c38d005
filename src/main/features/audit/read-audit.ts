import { refuse } from '#shared/kernel/result.ts';
import { detailLines } from '#shared/text/detail-lines.ts';
import { detailOf } from '../../security/detail-of.ts';
import { findAuditRow, listAudit, namesInAudit } from '../../storage/repositories/audit-list.ts';
import type { Handler } from '../context.ts';
import { auditAreas, auditFilter } from './audit-filter.ts';
import { auditViews } from './audit-views.ts';

/** A page of the trail, newest first. */
export const readAudit: Handler<'audit.list'> = ({ read }, { before, limit, ...filter }) =>
  read(async (db) => {
    const rows = await listAudit(db, auditFilter(filter), { before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      ok: true,
      value: {
        rows: [...(await auditViews(db, shown))],
        ...(rows.length > limit && last ? { next: last.id } : {}),
      },
    };
  });

/** One row with what it keeps. */
export const readAuditRow: Handler<'audit.row'> = ({ read }, { id }) =>
  read(async (db) => {
    const row = await findAuditRow(db, id);
    if (row === undefined) return refuse('not-found', 'This row is not in the audit trail.');
    const [view] = await auditViews(db, [row]);
    if (view === undefined) return refuse('not-found', 'This row is not in the audit trail.');
    return {
      ok: true,
      value: {
        ...view,
        lines: [...detailLines(detailOf(row.detail))],
        erased: row.detail === null && row.detailHash !== null,
        chained: row.hash !== null,
      },
    };
  });

/** What the trail can be narrowed to. */
export const readAuditChoices: Handler<'audit.choices'> = ({ read }) =>
  read(async (db) => ({
    ok: true,
    value: { names: [...(await namesInAudit(db))], areas: [...auditAreas] },
  }));
