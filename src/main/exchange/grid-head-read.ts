import { gridCriteria } from '#shared/contract/risk-criteria.ts';
import type { SchoolYear, TermName } from '#shared/domain/calendar/types.ts';
import type { ProblemList } from './file-problems.ts';
import { EXPORT_AGAIN, SCHOOL_CORRECTS, type GridCells } from './grid-cells.ts';
import { GRID_ABOUT, type GridAbout } from './grid-columns.ts';
import type { GridDocument } from './grid-document.ts';
import { GRID_TERMS } from './grid-table.ts';
import { readUkDate } from './read-date.ts';

type Said = ReadonlyMap<GridAbout, ReturnType<GridCells>>;

/** What the rows About say of the whole grid; undefined, with each thing listed, where something needed is missing. */
export function readGridHead(
  rows: readonly GridCells[],
  problems: ProblemList,
): Omit<GridDocument, 'rows'> | undefined {
  const said = collect(rows, problems);
  if (said === undefined) return undefined;
  const read = <T>(key: GridAbout, parse: (text: string) => T | undefined, what: string): T | undefined => {
    const at = said.get(key);
    const value = at === undefined ? undefined : parse(at.text);
    if (at !== undefined && value === undefined) {
      const { line, text } = at;
      problems.error({ line, element: GRID_ABOUT[key], value: text, message: what, remedy: SCHOOL_CORRECTS });
    }
    return value;
  };
  const laEstab = read('laEstab', parseNumber, 'A school’s number has seven figures, for example 2014001.');
  const schoolName = read('schoolName', (text) => text || undefined, 'The name of the school is missing.');
  const schoolYear = read('schoolYear', parseYear, 'This is not a school year such as 2025/26.');
  const term = read('term', parseTerm, 'The term must be Autumn, Spring or Summer.');
  const madeAt = read('madeAt', parseMoment, 'This is not a date and time such as 2025-12-12T15:30:00.');
  const pupilsOnRoll = read('pupilsOnRoll', parseCount, 'This must be a whole number.');
  const criteria = read('criteria', parseCriteria, CRITERIA_CHANGED);
  if (
    laEstab === undefined ||
    schoolName === undefined ||
    schoolYear === undefined ||
    term === undefined ||
    madeAt === undefined ||
    pupilsOnRoll === undefined ||
    criteria === undefined
  )
    return undefined;
  return { laEstab, schoolName, schoolYear, term, madeAt, pupilsOnRoll, criteria };
}

const CRITERIA_CHANGED =
  'The criteria for programs were changed or cut short, or were written by a newer First Day.';

// `keyof` of a constant is what its keys are.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const ABOUT_KEYS = Object.keys(GRID_ABOUT) as readonly GridAbout[];

/** What each row About says, by what it is called; the criteria line by line are for people and passed over. */
function collect(rows: readonly GridCells[], problems: ProblemList): Said | undefined {
  const said = new Map<GridAbout, ReturnType<GridCells>>();
  for (const cell of rows) {
    const label = cell('name');
    const key = ABOUT_KEYS.find((one) => GRID_ABOUT[one].toLowerCase() === label.text.toLowerCase());
    if (key === undefined) continue;
    const known = said.get(key);
    const value = cell('why');
    if (known !== undefined && known.text !== value.text) {
      problems.error({
        line: label.line,
        element: GRID_ABOUT[key],
        value: value.text,
        message: `The file says another thing on line ${String(known.line)}: “${known.text}”. It may be two grids pasted together.`,
        remedy: 'Each school and term has its own file. Ask for the files one by one.',
      });
    }
    said.set(key, value);
  }
  const missing = ABOUT_KEYS.filter((key) => !said.has(key));
  if (missing.length === 0) return said;
  problems.error({
    element: missing.map((key) => GRID_ABOUT[key]).join(', '),
    message: `The rows “About” that say ${missing.map((key) => `“${GRID_ABOUT[key]}”`).join(', ')} are not in the file.`,
    remedy: EXPORT_AGAIN,
  });
  return undefined;
}

const parseNumber = (text: string): string | undefined => {
  const figures = text.replaceAll(/[\s/]/g, '');
  return /^\d{7}$/.test(figures) ? figures : undefined;
};

/** "2025/26", also with - or in full; a year whose second half does not follow is none. */
function parseYear(text: string): SchoolYear | undefined {
  const [, first = '', second] = /^(20\d\d)(?:\s*[-/]\s*(\d\d|20\d\d))?$/.exec(text) ?? [];
  const year = Number(first);
  if (first === '' || year < 2003) return undefined;
  return second === undefined || Number(second) % 100 === (year + 1) % 100 ? year : undefined;
}

const parseTerm = (text: string): TermName | undefined => {
  const word = text.toLowerCase().replace(/\s*term$/, '');
  return (['autumn', 'spring', 'summer'] as const).find((term) => GRID_TERMS[term].toLowerCase() === word);
};

/** Also as a spreadsheet shows it: "12/12/2025 15:30". */
function parseMoment(text: string): string | undefined {
  const [, day = '', time] = /^(\S+?)(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text) ?? [];
  const { date } = readUkDate(day);
  if (date === undefined) return undefined;
  const [hours = '0', minutes = '00', seconds = '00'] = (time ?? '0:00').split(':');
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}`;
}

const parseCount = (text: string): number | undefined =>
  /^\d{1,3}(,\d{3})+$|^\d{1,6}$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;

function parseCriteria(text: string): GridDocument['criteria'] | undefined {
  try {
    return gridCriteria.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
