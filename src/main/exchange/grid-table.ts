import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { criteriaLines } from '#shared/text/grid-words.ts';
import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import {
  ABOUT_ROW,
  GRID_ABOUT,
  GRID_COLUMN_NAMES,
  GRID_COLUMNS,
  PUPIL_ROW,
  type GridColumn,
} from './grid-columns.ts';
import { BETWEEN_REASONS, type GridDocument, type GridRow } from './grid-document.ts';

/** Terms as the file names them. */
export const GRID_TERMS = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const;

type Cells = Readonly<Partial<Record<GridColumn, string>>>;

export const GRID_HEADINGS: readonly string[] = GRID_COLUMN_NAMES.map((column) => GRID_COLUMNS[column][0]);

/**
 * A grid as rows of texts below its headings: pupils, and then what is said of all of it. Each row says itself what it
 * is, so that rows and columns may be sorted and moved about; the criteria are there for people, line by line, and once
 * for programs.
 */
export function gridTable(document: GridDocument): readonly (readonly string[])[] {
  const { schoolYear, term, criteria, pupilsOnRoll } = document;
  const about = (label: string, text: string): Cells => ({ kind: ABOUT_ROW, name: label, why: text });
  const cells: readonly Cells[] = [
    ...document.rows.map(pupilCells),
    about(GRID_ABOUT.laEstab, document.laEstab),
    about(GRID_ABOUT.schoolName, document.schoolName),
    about(GRID_ABOUT.schoolYear, formatSchoolYear(schoolYear)),
    about(GRID_ABOUT.term, GRID_TERMS[term]),
    about(GRID_ABOUT.madeAt, document.madeAt),
    about(GRID_ABOUT.pupilsOnRoll, String(pupilsOnRoll)),
    ...criteriaLines(criteria).map(([heading, sentence]) => about(heading, sentence)),
    about(GRID_ABOUT.criteria, JSON.stringify(criteria)),
  ];
  return cells.map((row) => GRID_COLUMN_NAMES.map((column) => row[column] ?? ''));
}

const pupilCells = (row: GridRow): Cells => ({
  kind: PUPIL_ROW,
  name: row.name,
  upn: row.upn,
  ncYear: row.ncYear ?? '',
  categories: row.categories.join(' '),
  level: row.level === undefined ? '' : RISK_LEVEL_WORDS[row.level],
  why: row.why.join(BETWEEN_REASONS),
  since: row.since,
  keyWorker: row.keyWorker?.name ?? '',
  keyWorkerRole: row.keyWorker?.role ?? '',
  done: row.done ?? '',
  reviewOn: row.reviewOn ?? '',
  signedOffOn: row.signedOff?.on ?? '',
  signedOffWhy: row.signedOff?.why ?? '',
});
