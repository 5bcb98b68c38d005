import type { Handlers } from '../context.ts';
import { exportAudit } from './export-audit.ts';
import { notePrint } from './note-print.ts';
import { readAudit, readAuditChoices, readAuditRow } from './read-audit.ts';
import { verifyTrail } from './verify-trail.ts';

export const auditHandlers = {
  'audit.list': readAudit,
  'audit.row': readAuditRow,
  'audit.choices': readAuditChoices,
  'audit.verify': verifyTrail,
  'audit.export': exportAudit,
  'audit.note-print': notePrint,
} satisfies Partial<Handlers>;
