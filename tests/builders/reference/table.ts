import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { decode } from './decode.ts';
import { day, line, sessions, upnOf, type Reading } from './reading.ts';
import { all, at, attribute, parseTree, rawText, type Tree } from './tree.ts';

const unguarded = (cell: string): string => cell.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, '$1').trim();

function readRows(rows: readonly (readonly string[])[], names: readonly string[]): Reading {
  const cell = (row: readonly string[], name: string): string => unguarded(row[names.indexOf(name)] ?? '');
  const [first = []] = rows;
  const kind = cell(first, 'period_kind');
  const lines = rows
    .filter((row) => cell(row, 'category') !== 'NIL')
    .map((row) => {
      const category = cell(row, 'category');
      const reasons = ['reason_1', 'reason_2', 'reason_3'].map((name) => cell(row, name));
      return line(
        upnOf(cell(row, 'upn')),
        cell(row, 'surname'),
        cell(row, 'forename'),
        day(cell(row, 'dob')),
        String(!['false', '0'].includes(cell(row, 'on_roll'))),
        category,
        reasons.filter((reason) => reason !== '').join(' '),
        day(cell(row, 'start_date')),
        sessions(category, cell(row, 'sessions')),
      );
    });
  const census = cell(first, 'census_term') + cell(first, 'census_year') !== '';
  const dates = kind === 'dates' || (kind === '' && !census);
  return [
    line(
      cell(first, 'laestab'),
      dates || kind === 'annual' ? '' : cell(first, 'census_term'),
      dates ? '' : cell(first, 'census_year'),
    ),
    ...lines.toSorted(),
  ];
}

/** A return as CSV. */
export function readCsv(bytes: Uint8Array): Reading {
  const decoded = decode(bytes, 'windows-1252').replace(/^\ufeff/, '');
  const [heading = ''] = decoded.split(/[\r\n]/);
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ',';
  const rows: readonly (readonly string[])[] = parse(decoded, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
  });
  const [names = [], ...rest] = rows.filter((row) => row.some((value) => value.trim() !== ''));
  return readRows(
    rest,
    names.map((name) => name.trim().toLowerCase()),
  );
}

/** A return as a workbook. */
export function readWorkbook(bytes: Uint8Array): Reading {
  const parts = unzipSync(bytes);
  const part = (path: string): Tree => parseTree(strFromU8(parts[path] ?? new Uint8Array()));
  const strings = all(at(part('xl/sharedStrings.xml'), 'sst'), 'si').map((one) =>
    rawText(at(one, 't')).replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
  const sheets = all(at(part('xl/workbook.xml'), 'workbook', 'sheets'), 'sheet');
  const sheet = sheets.find((one) => attribute(one, 'name') === 'Exclusions');
  const links = all(at(part('xl/_rels/workbook.xml.rels'), 'Relationships'), 'Relationship');
  const link = links.find((one) => attribute(one, 'Id') === attribute(sheet, 'id'));
  const grid = part(`xl/${attribute(link, 'Target') ?? ''}`);
  const rows = all(at(grid, 'worksheet', 'sheetData'), 'row').map((row) => {
    const cells: string[] = [];
    for (const one of all(row, 'c')) {
      const letters = (attribute(one, 'r') ?? '').replace(/\d+$/, '');
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const value = rawText(at(one, 'v'));
      cells[column] = attribute(one, 't') === 's' ? (strings[Number(value)] ?? '') : value;
    }
    return Array.from(cells, (value: string | undefined) => value ?? '');
  });
  const [titles = [], ...rest] = rows.filter((row) => row.some((value) => value.trim() !== ''));
  return readRows(rest, titles.map(columnOf));
}

/** Headings of the workbook for what is compared. */
const TITLES: Readonly<Record<string, string>> = {
  School: 'laestab',
  UPN: 'upn',
  Surname: 'surname',
  Forename: 'forename',
  'Date of birth': 'dob',
  'On roll': 'on_roll',
  Category: 'category',
  'Reason 1': 'reason_1',
  'Reason 2': 'reason_2',
  'Reason 3': 'reason_3',
  'Start date': 'start_date',
  Sessions: 'sessions',
  'Census term': 'census_term',
  'Census year': 'census_year',
  Period: 'period_kind',
};
const columnOf = (title: string): string => TITLES[title.trim()] ?? title.trim().toLowerCase();
