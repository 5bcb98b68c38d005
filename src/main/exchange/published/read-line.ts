import type { PublishedLevel, PublishedLine } from '#shared/domain/comparators/types.ts';
import type { CsvRow } from '../csv-rows.ts';
import type { ProblemList } from '../file-problems.ts';
import type { PlacedColumn } from './find-layout.ts';
import type { Layout } from './layouts.ts';
import { ENGLAND_CODE, regionCode } from './regions.ts';

/** The old code of an authority by its name; empty where nobody knows it. For files that name authorities only. */
export type CodeOfAuthority = (name: string) => string;

/** A number, or one of the signs that stand for one that is not given; see `publishedWords`. */
const PUBLISHED = /^(?:\d+(?:\.\d+)?|[zxcu]|low|[:.]|)$/;

const LEVELS: Readonly<Record<string, PublishedLevel>> = {
  national: 'national',
  region: 'region',
  regional: 'region',
  'local authority': 'authority',
  school: 'school',
};

const TYPES: Readonly<Record<string, string>> = {
  total: 'total',
  primary: 'primary',
  'state-funded primary': 'primary',
  secondary: 'secondary',
  'state-funded secondary': 'secondary',
  special: 'special',
  'special school': 'special',
};

/** Reads lines of one layout; what is wrong with a line goes to `problems`, and then it gives undefined. */
export function lineReader(
  { level: onlyLevel }: Layout,
  columns: readonly PlacedColumn[],
  codeOfAuthority: CodeOfAuthority,
): (row: CsvRow, problems: ProblemList) => PublishedLine | undefined {
  const placeOf = (as: PlacedColumn['as'], of?: string) =>
    columns.find((column) => column.as === as && (of === undefined || ('of' in column && column.of === of)));
  const [year, span, level, type, breakdown] = (['year', 'span', 'level', 'type', 'breakdown'] as const).map(
    (as) => placeOf(as),
  );
  const figures = columns.flatMap((column) => (column.as === 'figure' ? [column] : []));
  const areas = (['national', 'region', 'authority', 'school'] as const).map((of) => ({
    of,
    code: placeOf('code', of),
    name: placeOf('name', of),
  }));
  // Where one column has the names of all levels, it is the authority's.
  const anyName = placeOf('name', 'region') ? undefined : placeOf('name', 'authority');

  return ({ line, cells }, problems) => {
    const at = (column: PlacedColumn | undefined) =>
      column === undefined ? '' : (cells[column.place] ?? '').trim();
    const wrong = (column: PlacedColumn | undefined, message: string) => {
      problems.error({ line, element: column?.heading, value: at(column), message, remedy: AS_PUBLISHED });
      return undefined;
    };
    const schoolYear = readYear(at(year));
    if (schoolYear === undefined) return wrong(year, 'This is not a school year such as 201617.');
    const ofLevel = onlyLevel ?? LEVELS[at(level).toLowerCase()];
    if (ofLevel === undefined) {
      return wrong(level, 'This is none of the levels national, regional, local authority and school.');
    }
    const area = areas.find(({ of }) => of === ofLevel);
    const areaName = at(area?.name ?? anyName) || (ofLevel === 'national' ? 'England' : '');
    const areaCode = codeFor(ofLevel, at(area?.code), areaName, codeOfAuthority);
    if (areaCode === undefined) return wrong(area?.code, `This is not the number of ${NOUNS[ofLevel]}.`);
    const values: Record<string, string> = {};
    for (const column of figures) {
      const value = cells[column.place] ?? '';
      if (!PUBLISHED.test(value)) {
        return wrong(column, 'This is neither a number nor one of the signs for a figure that is not given.');
      }
      values[column.measure] = value;
    }
    const schoolType = at(type);
    return {
      position: line,
      schoolYear,
      timeSpan: spanOf(at(span)),
      level: ofLevel,
      areaCode,
      areaName,
      schoolType: TYPES[schoolType.toLowerCase()] ?? schoolType,
      breakdown: at(breakdown) === 'Total' ? '' : at(breakdown),
      regionCode:
        ofLevel === 'authority' || ofLevel === 'school'
          ? at(areas.find(({ of }) => of === 'region')?.code)
          : '',
      figures: values,
    };
  };
}

const AS_PUBLISHED = 'Download the file again; if somebody has edited it, take it as it was published.';

const NOUNS: Readonly<Record<PublishedLevel, string>> = {
  national: 'a country',
  region: 'a region',
  authority: 'an authority',
  school: 'a school',
};

const FORMS: Readonly<Record<PublishedLevel, RegExp>> = {
  national: /^[A-Z]\d{8}$/,
  region: /^[A-Z]\d{8}$/,
  authority: /^\d{3}$/,
  school: /^\d{7}$/,
};

/** The code as given, or found by the name; undefined where what is given is no code. */
function codeFor(
  level: PublishedLevel,
  given: string,
  name: string,
  codeOfAuthority: CodeOfAuthority,
): string | undefined {
  if (given !== '') return FORMS[level].test(given) ? given : undefined;
  if (level === 'national') return ENGLAND_CODE;
  if (level === 'region') return regionCode(name);
  return level === 'authority' ? codeOfAuthority(name) : undefined;
}

/** 2016 for `201617` or `2016/17`. */
function readYear(text: string): number | undefined {
  const [, first, second] = /^(\d{4})[/-]?(\d{2})$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const year = Number(first);
  return (year + 1) % 100 === Number(second) && year >= 1990 && year < 2100 ? year : undefined;
}

function spanOf(text: string): string {
  const lower = text.toLowerCase();
  return lower === '' || lower === 'academic year' ? 'year' : lower;
}
