import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { phaseWords, sentWords } from '#shared/text/return-words.ts';
import { csvList } from '../../exchange/csv-list.ts';
import { xlsxList } from '../../exchange/xlsx-list.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { readNotSent, type NotSent } from './read-not-sent.ts';

/** Writes every school with a return that is missing, and how it stands for each period of the school year. */
export const exportNotSent: Handler<'authority.export-not-sent'> = async (context, input) => {
  const table = await context.read((db) => readNotSent(db, context, input.schoolYear));
  const missing = table.schools.filter(({ cells }) => cells.some(({ state }) => state === 'missing'));
  const [headings, rows] = [headingsOf(table), missing.map(rowOf)];
  const written = await exportFile(context, {
    destination: input.destination,
    suggestedName: `not-sent-${formatSchoolYear(table.schoolYear).replace('/', '-')}.${input.format}`,
    content: input.format === 'csv' ? csvList(headings, rows) : await xlsxList('Not sent', headings, rows),
    audit: (fileName) => ({
      subjectType: 'not-sent',
      subjectId: String(table.schoolYear),
      detail: { fileName, schools: missing.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, schools: missing.length } } : written;
};

const headingsOf = ({ periods }: NotSent): readonly string[] => [
  'Number',
  'School',
  'Phase',
  ...periods.flatMap(({ name, dueOn }) => [`${name}, due ${formatDate(dueOn)}`, `${name}, last asked`]),
];

const rowOf = ({ laEstab, name, phase, cells }: NotSent['schools'][number]): readonly string[] => [
  laEstab,
  name,
  phaseWords(phase),
  ...cells.flatMap((cell) => [sentWords(cell), cell.askedAt?.slice(0, 10) ?? '']),
];
