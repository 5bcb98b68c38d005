import type { ColumnMapping, MappableColumn } from './column-mapping.ts';
import { MAPPABLE_COLUMNS } from './column-mapping.ts';
import type { CsvRow } from './csv-rows.ts';
import type { ProblemList } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import type { RawField } from './pupil-check.ts';
import type { CellReader } from './return-csv-head.ts';
import { categoryCode, reasonCode } from './return-words.ts';

/** Rows of another system seen as ours. */
export interface MappedCells {
  readonly read: (row: CsvRow) => CellReader;
  /** True where lengths are given in school days. */
  readonly hasDays: boolean;
  /** True where the mapping says anything of the period. */
  readonly saysPeriod: boolean;
}

const PERIOD: readonly string[] = ['period_kind', 'census_term', 'census_year', 'period_from', 'period_to'];

/** What must be matched; where several are listed, one of them will do, and `+` joins what belongs together. */
const NEEDED: readonly (readonly [what: string, ways: readonly string[]])[] = [
  ['the school', ['laestab', 'la+estab']],
  ['the UPN', ['upn']],
  ['the name', ['surname+forename', 'name']],
  ['the date of birth', ['dob']],
  ['the kind of exclusion', ['category']],
  ['the reason', ['reason_1']],
  ['the start date', ['start_date']],
  ['the length', ['sessions', 'days']],
];

type Place = { readonly fixed: string } | { readonly index: number; readonly heading: string };

/** Sees rows through a mapping; undefined, with errors listed, where the mapping does not fit the headings. */
export function mappedCells(
  heading: CsvRow,
  mapping: ColumnMapping,
  problems: ProblemList,
): MappedCells | undefined {
  const places = findPlaces(heading, mapping, problems);
  for (const [what, ways] of NEEDED) {
    if (ways.some((way) => way.split('+').every((column) => places.has(column)))) continue;
    problems.error({
      line: heading.line,
      message: `No column is matched to ${what}.`,
      remedy: 'Match a column of the file to it, or give a value that holds for every row.',
    });
  }
  if (problems.errorCount() > 0) return undefined;
  return {
    hasDays: places.has('days'),
    saysPeriod: PERIOD.some((column) => places.has(column)),
    read: (row) => {
      const cell = (column: MappableColumn): RawField => cellAt(places.get(column), row, column);
      return (column) => normalised(column, cell, places);
    },
  };
}

function findPlaces(
  heading: CsvRow,
  mapping: ColumnMapping,
  problems: ProblemList,
): ReadonlyMap<string, Place> {
  const headings = heading.cells.map((cell) => cell.trim());
  const known = new Set<string>(MAPPABLE_COLUMNS.map(({ column }) => column));
  const places = new Map<string, Place>();
  for (const [column, source] of Object.entries(mapping)) {
    if (source.trim() === '') continue;
    const index = headings.indexOf(source.trim());
    const at = { line: heading.line, element: column, value: source };
    if (!known.has(column)) {
      problems.error({ ...at, message: 'Returns have no such column.', remedy: 'Match the columns again.' });
    } else if (source.startsWith('=')) places.set(column, { fixed: source.slice(1).trim() });
    else if (index >= 0) places.set(column, { index, heading: source.trim() });
    else {
      problems.error({
        ...at,
        message: 'The file has no column with this heading.',
        remedy: 'Match the columns again: the headings may have changed since they were matched last.',
      });
    }
  }
  return places;
}

function cellAt(place: Place | undefined, row: CsvRow, column: string): RawField {
  if (place === undefined) return { text: undefined, line: row.line, element: column };
  if ('fixed' in place) return { text: place.fixed, line: row.line, element: column };
  const text = removeGuard(row.cells[place.index] ?? '').trim();
  return { text, line: row.line, element: place.heading };
}

const SESSIONS: Readonly<Record<string, string>> = { am: 'AM', morning: 'AM', pm: 'PM', afternoon: 'PM' };

/** A cell in the form of our own files; what cannot be told is left as it is, for the checks to name. */
function normalised(
  column: Parameters<CellReader>[0],
  cell: (column: MappableColumn) => RawField,
  places: ReadonlyMap<string, Place>,
): RawField {
  const own = cell(column);
  switch (column) {
    case 'laestab':
      return schoolNumber(own, cell, places);
    case 'surname':
    case 'forename':
      return places.has(column) ? own : partOfName(cell('name'), column);
    case 'category':
      return { ...own, text: categoryCode(own.text) };
    case 'reason_1':
    case 'reason_2':
    case 'reason_3':
      return reasonAt(own, Number(column.slice(-1)) - 1, cell('reason_1'), places.has('reason_2'));
    case 'start_session': {
      const word = own.text?.toLowerCase().replaceAll('.', '') ?? '';
      return { ...own, text: SESSIONS[word] ?? own.text };
    }
    case 'days':
      return { ...own, text: own.text?.replace(/\s*(school )?days?$/i, '') };
    default:
      return own;
  }
}

function schoolNumber(
  own: RawField,
  cell: (column: MappableColumn) => RawField,
  places: ReadonlyMap<string, Place>,
): RawField {
  if (!places.has('laestab'))
    return { ...cell('la'), text: `${cell('la').text ?? ''}${cell('estab').text ?? ''}` };
  const [, la, estab] = /^(\d{3})\s?[/-]?\s?(\d{4})$/.exec(own.text ?? '') ?? [];
  return la === undefined || estab === undefined ? own : { ...own, text: `${la}${estab}` };
}

/** "Surname, Forename" in one column. */
function partOfName(name: RawField, part: 'surname' | 'forename'): RawField {
  const at = name.text?.indexOf(',') ?? -1;
  if (at < 0) return { ...name, text: part === 'surname' ? name.text : undefined };
  return { ...name, text: part === 'surname' ? name.text?.slice(0, at) : name.text?.slice(at + 1) };
}

/** Several reasons may stand in the one column, parted by semicolons or upright strokes. */
function reasonAt(own: RawField, index: number, first: RawField, apart: boolean): RawField {
  if (apart) return { ...own, text: reasonCode(own.text) };
  const parts = (first.text ?? '').split(/[;|]/).map((one) => one.trim());
  return { ...first, text: reasonCode(parts[index]) };
}
