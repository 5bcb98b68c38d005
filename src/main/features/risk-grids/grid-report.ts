import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { countGrid, perHundred } from '#shared/domain/support/count-grid.ts';
import { criteriaLines } from '#shared/text/grid-words.ts';
import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import type { FigureReport } from '../../exchange/figure-report.ts';
import { BETWEEN_REASONS, type GridDocument } from '../../exchange/grid-document.ts';

/** A grid for printing: the pupils, and the criteria by which they are in it. */
export function gridReport(document: GridDocument): FigureReport {
  const { schoolName, laEstab, schoolYear, term, pupilsOnRoll, rows, criteria } = document;
  const pupils = countGrid(
    rows.map((row) => ({
      ...row,
      keyWorker: row.keyWorker?.name ?? null,
      done: row.done ?? null,
      signedOffOn: row.signedOff?.on ?? null,
    })),
  );
  const rate = perHundred(pupils.pupils, pupilsOnRoll);
  const levels = rows.some(({ level }) => level !== undefined);
  return {
    title: `Pupils at risk, ${termWords(term)} ${formatSchoolYear(schoolYear)}`,
    aboutTitle: 'By what pupils are in this grid',
    about: criteriaLines(criteria),
    tables: [
      {
        title: `${schoolName} (${laEstab})`,
        note: `${String(pupils.pupils)} pupils of ${String(pupilsOnRoll)} on roll${rate === undefined ? '' : `: ${String(rate)} in each 100`}. With a key worker ${String(pupils.withKeyWorker)}, without ${String(pupils.withoutKeyWorker)}, signed off ${String(pupils.signedOff)}.`,
        columns: [
          'Pupil',
          'UPN',
          'Year',
          'Category',
          ...(levels ? ['Level'] : []),
          'Why',
          'Since',
          'Key worker',
          'Done in the term',
          'Review',
          'Signed off',
        ].map((header) => ({ header })),
        rows: rows.map((row) => [
          row.name,
          row.upn,
          row.ncYear ?? '',
          row.categories.join(' '),
          ...(levels ? [row.level === undefined ? '' : RISK_LEVEL_WORDS[row.level]] : []),
          row.why.join(BETWEEN_REASONS),
          row.since,
          row.keyWorker === undefined ? 'Nobody' : `${row.keyWorker.name}, ${row.keyWorker.role}`,
          row.done ?? '',
          row.reviewOn ?? '',
          row.signedOff === undefined ? '' : `${row.signedOff.on}: ${row.signedOff.why}`,
        ]),
      },
    ],
  };
}
