import type { RiskLevel } from '#shared/domain/support/types.ts';
import { RISK_LEVEL_WORDS } from '#shared/text/support-words.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { ProblemList } from './file-problems.ts';
import { SCHOOL_CORRECTS, type GridCells } from './grid-cells.ts';
import type { GridRow } from './grid-document.ts';
import { readUkDate } from './read-date.ts';
import { readUpn } from './upn-field.ts';

/** One pupil of a grid; undefined, with each fault listed by its line, where it cannot be relied on. */
export function readGridRow(cell: GridCells, problems: ProblemList): GridRow | undefined {
  const before = problems.errorCount();
  const wrong = (at: ReturnType<GridCells>, message: string, remedy = SCHOOL_CORRECTS): undefined => {
    problems.error({ line: at.line, element: at.element, value: at.text, message, remedy });
  };
  const date = (column: 'since' | 'reviewOn' | 'signedOffOn'): IsoDate | undefined => {
    const at = cell(column);
    if (at.text === '') return undefined;
    const found = readUkDate(at.text);
    return found.date ?? wrong(at, found.message ?? '', found.remedy);
  };
  const { name, upnCell, why } = { name: cell('name'), upnCell: cell('upn'), why: cell('why') };
  if (name.text === '') wrong(name, 'The name of the pupil is missing.');
  const upn = readUpn({ text: upnCell.text, line: upnCell.line ?? 0, element: 'UPN' }, problems);
  const categories = readCategories(cell('categories'), wrong);
  const level = readLevel(cell('level'), wrong);
  const ncYear = readNcYear(cell('ncYear'), wrong);
  const since = date('since');
  if (cell('since').text === '') wrong(cell('since'), 'It is not said since when the pupil is at risk.');
  const [reviewOn, signedOffOn] = [date('reviewOn'), date('signedOffOn')];
  if (since !== undefined && signedOffOn !== undefined && signedOffOn < since)
    wrong(cell('signedOffOn'), `The pupil was signed off before the entry began (${since}).`);
  if (signedOffOn === undefined && cell('signedOffOn').text === '' && cell('signedOffWhy').text !== '')
    wrong(cell('signedOffWhy'), 'It says why the pupil was signed off and not when.');
  if (problems.errorCount() > before || upn === undefined || since === undefined) return undefined;
  const [worker, role, done] = [cell('keyWorker').text, cell('keyWorkerRole').text, cell('done').text];
  return {
    upn,
    name: name.text,
    ...(ncYear === undefined ? {} : { ncYear }),
    categories,
    ...(level === undefined ? {} : { level }),
    why: why.text.split(/;(?:\s+|$)/).filter((one) => one !== ''),
    since,
    ...(worker === '' ? {} : { keyWorker: { name: worker, role } }),
    ...(done === '' ? {} : { done }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(signedOffOn === undefined ? {} : { signedOff: { on: signedOffOn, why: cell('signedOffWhy').text } }),
  };
}

type Wrong = (at: ReturnType<GridCells>, message: string) => undefined;

/** Letters, however they are parted. */
function readCategories(at: ReturnType<GridCells>, wrong: Wrong): readonly string[] {
  const letters = at.text
    .toUpperCase()
    .split(/[\s,;/&]+/)
    .filter((one) => one !== '');
  const odd = letters.some((one) => !/^[A-Z]$/.test(one));
  if (odd || letters.length === 0) wrong(at, 'A category is one letter; several have a space between them.');
  return [...new Set(letters)];
}

function readLevel(at: ReturnType<GridCells>, wrong: Wrong): RiskLevel | undefined {
  if (at.text === '') return undefined;
  const word = at.text.toLowerCase();
  const levels = ['high', 'medium', 'low', 'tier-1', 'tier-2', 'tier-3'] as const;
  const found = levels.find((level) => level === word || RISK_LEVEL_WORDS[level].toLowerCase() === word);
  return found ?? wrong(at, 'A level is High, Medium, Low, Tier 1, Tier 2 or Tier 3, or left empty.');
}

function readNcYear(at: ReturnType<GridCells>, wrong: Wrong): string | undefined {
  const text = at.text.toUpperCase().replace(/^YEAR\s+/, '');
  if (text === '') return undefined;
  return /^(N[12]|R|X|[1-9]|1[0-4])$/.test(text)
    ? text
    : wrong(at, 'A year group is N1, N2, R, 1 to 14 or X, or left empty.');
}
