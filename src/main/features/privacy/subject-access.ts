import { strToU8, zipSync } from 'fflate';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { subjectAccessHtml } from '../../documents/subject-access-html.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Context, Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { subjectReport, type ReportSection } from './subject-report.ts';

interface Answer {
  readonly subject: Subject;
  readonly sections: readonly ReportSection[];
  /** Who holds the data. */
  readonly holder: string;
}

/**
 * Writes everything held about a pupil as one archive: the data as JSON, and in plain words as PDF where something can
 * print. Texts that are left out stand in both with the reason. It leaves the protection of the database.
 */
export const subjectAccess: Handler<'privacy.subject-access'> = async (context, input) => {
  const gathered = await context.read(async (db): Promise<Result<Answer>> => {
    const found = await findSubject(db, input.subject);
    if (!found.ok) return found;
    const workspace = await readWorkspace(db);
    const holder = workspace?.school?.name ?? workspace?.authority?.name ?? '';
    return ok({ subject: found.value, sections: await subjectReport(db, found.value), holder });
  });
  if (!gathered.ok) return gathered;
  const { subject, holder } = gathered.value;
  const reasons = new Map(input.leftOut.map(({ key, reason }) => [key, reason]));
  const sections = leaveOut(gathered.value.sections, reasons);
  const files = await filesOf(context, { subject, holder, sections }, input);
  const today = context.clock.today();
  const written = await exportFile(context, {
    destination: input.destination,
    suggestedName: `Everything held, ${subject.names.surname}, ${today}.zip`,
    content: zipSync(files),
    audit: () => ({
      // The file's name has the pupil's: it stays out of the trail.
      subjectType: 'pupil',
      subjectId: subject.keys.pupil[0] ?? 'returned',
      ...(subject.keys.pupil[0] === undefined ? {} : { pupilId: subject.keys.pupil[0] }),
      detail: {
        subjectAccess: sections.map(({ table, rows }) => ({ table, rows: rows.length })),
        leftOut: input.leftOut.length,
      },
    }),
  });
  return written.ok ? ok({ ...written.value, pdf: files['everything-held.pdf'] !== undefined }) : written;
};

const leaveOut = (
  sections: readonly ReportSection[],
  reasons: ReadonlyMap<string, string>,
): readonly ReportSection[] =>
  sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) =>
      row.map((one) => {
        const reason = one.textKey === undefined ? undefined : reasons.get(one.textKey);
        if (reason === undefined) return one;
        const words = `Left out: ${reason}`;
        return { ...one, words, value: { leftOut: reason } };
      }),
    ),
  }));

async function filesOf(
  { clock, session, printPdf }: Context,
  { subject, holder, sections }: Answer,
  { leftOut }: ParsedInput<'privacy.subject-access'>,
): Promise<Record<string, Uint8Array>> {
  const today = clock.today();
  const made = `${holder}, ${formatDate(today)}. Made by ${session.userName} with First Day.`;
  const data = {
    format: 'first-day-subject-access',
    version: 1,
    madeAt: clock.now(),
    madeBy: session.userName,
    holder,
    pupil: { name: subject.name, upn: subject.names.upn },
    textsLeftOut: leftOut.length,
    sections: sections.map(({ table, title, rows }) => ({
      table,
      title,
      rows: rows.map((row) => Object.fromEntries(row.map(({ column, value }) => [column, value]))),
    })),
  };
  const json = strToU8(`${JSON.stringify(data, null, 2)}\n`);
  if (printPdf === undefined) return { 'everything-held.json': json };
  const html = subjectAccessHtml({ name: subject.name, upn: subject.names.upn, made, sections });
  return { 'everything-held.pdf': await printPdf(html), 'everything-held.json': json };
}
