import type { OperationOutput } from '#shared/contract/contract.ts';
import { sayValue } from './say-value.ts';
import type { Handler } from '../context.ts';
import { findSubject } from './find-subject.ts';
import { subjectReport, type ReportSection, type ReportValue } from './subject-report.ts';

type Held = OperationOutput<'privacy.held'>;

/** What is held about a pupil, counted, with every free text to be read before it leaves. */
export const readHeld: Handler<'privacy.held'> = ({ read, printPdf }, input) =>
  read(async (db) => {
    const found = await findSubject(db, input);
    if (!found.ok) return found;
    const sections = await subjectReport(db, found.value);
    const { names, name } = found.value;
    return {
      ok: true,
      value: {
        name,
        upn: names.upn,
        sections: sections.map(({ table, title, rows }) => ({ table, title, rows: rows.length })),
        texts: textsOf(sections),
        pdf: printPdf !== undefined,
      },
    };
  });

/** Each text once, where it first stands; those of the trail repeat what stands elsewhere and are not listed. */
function textsOf(sections: readonly ReportSection[]): Held['texts'] {
  const texts = new Map<string, Held['texts'][number]>();
  for (const { title, rows } of sections) {
    for (const row of rows) {
      for (const { textKey: key, label, words } of row) {
        if (key === undefined || words === '' || texts.has(key)) continue;
        const on = dayOf(row);
        texts.set(key, { key, title, label, text: words, ...(on === undefined ? {} : { on }) });
      }
    }
  }
  return [...texts.values()];
}

const DAYS = ['sentOn', 'onDate', 'startDate', 'date', 'fromDate', 'askedOn', 'dueOn', 'since'];

function dayOf(row: readonly ReportValue[]): string | undefined {
  const found = DAYS.map((day) => row.find(({ column }) => column === day)).find((one) => one !== undefined);
  return found === undefined ? undefined : sayValue(found.column, found.value, new Map());
}
