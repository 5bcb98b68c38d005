import { AUTHORITY_ROOT } from './authority-names.ts';
import { walkCarefully } from './careful-xml.ts';
import { looksLikeExclusions } from './column-mapping.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import { createProblemList } from './file-problems.ts';
import { headingKey, suggestMapping } from './pupil-csv-columns.ts';
import { isWorkbook, isZip } from './open-archive.ts';
import type { FileText } from './read-text.ts';
import { readText } from './read-text.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { textAt } from './xml-tree.ts';

export type FileKind =
  'ctf' | 'census-xml' | 'authority-xml' | 'return-csv' | 'workbook' | 'archive' | 'pupil-csv' | 'other-csv';

/** What a file is by its content; for one that is nothing we read, a sentence to show. */
export type SniffedFile =
  { readonly kind: FileKind } | { readonly kind: 'unknown'; readonly sentence: string };

const unknown = (sentence: string): SniffedFile => ({ kind: 'unknown', sentence });

const READABLE =
  'First Day reads Common Transfer Files, school census files, its own returns, zip files of them, and lists saved as CSV.';

/** Headings that only a return has together, and one of those by which it says its period. */
const RETURN_MARKS: readonly ReturnColumn[] = ['laestab', 'category', 'start_date'];
const PERIOD_MARKS: readonly ReturnColumn[] = ['census_term', 'census_year', 'period_kind'];

/** A return needs more columns than this, so a narrower list is none. */
const FEWEST_TO_MATCH = 6;

/** First bytes of formats that people choose by mistake. */
const SIGNATURES: readonly (readonly [bytes: string, sentence: string])[] = [
  ['d0cf11e0', 'is an older Office file. Open it and save the list as CSV.'],
  ['25504446', 'is a PDF. Export the data again as XML or CSV.'],
];

/**
 * Tells which reader a file is for. The content decides; the name only appears in the sentence, for schools
 * rename files. Looking never fails: what cannot be read is `unknown`, with the reason.
 */
export function sniffFile(name: string, bytes: Uint8Array): SniffedFile {
  if (isZip(bytes)) return { kind: isWorkbook(bytes) ? 'workbook' : 'archive' };
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const signature = SIGNATURES.find(([first]) => start.startsWith(first));
  if (signature !== undefined) return unknown(`“${name}” ${signature[1]}`);
  const xml = readText(bytes, 'xml');
  if (xml.ok && xml.value.text.trimStart().startsWith('<')) return sniffXml(name, xml.value);
  const csv = readText(bytes, 'csv');
  if (csv.ok && csv.value.text.trimStart().startsWith('<')) return brokenXml(name);
  if (csv.ok) return sniffCsv(name, csv.value);
  const reason = csv.error.problems?.[0]?.message ?? csv.error.message;
  return unknown(`“${name}” cannot be read. ${reason}`);
}

const brokenXml = (name: string): SniffedFile =>
  unknown(`“${name}” is an XML file that is damaged or cut short. Export or copy it again.`);

/** A header is at the start, and seldom longer than this: the rest need not be read to know what it is. */
const START = 4096;

/** The outermost element, and the collection that a census names in its header. */
function lookAtXml(file: FileText): { readonly root: string; readonly collection: string | undefined } {
  let root = '';
  let collection: string | undefined;
  walkCarefully(
    file,
    {
      onRoot: (found) => {
        root = found;
        return undefined;
      },
      records: {
        'Message/Header': (node) => {
          collection = textAt(node, 'CollectionDetails', 'Collection');
        },
      },
      // Nothing after the header matters here.
      cancelled: () => root !== '' && (root !== 'Message' || collection !== undefined),
    },
    createProblemList(),
  );
  return { root, collection };
}

/** A census as most programs begin it. */
const CENSUS_START =
  /^\s*(?:<\?xml [^<>]*\?>\s*)?<Message>\s*<Header>\s*<CollectionDetails>\s*<Collection>SC<\/Collection>/;

function sniffXml(name: string, file: FileText): SniffedFile {
  if (CENSUS_START.test(file.text)) return { kind: 'census-xml' };
  const start = lookAtXml({ ...file, text: file.text.slice(0, START) });
  const isEnough = start.root !== '' && (start.root !== 'Message' || start.collection !== undefined);
  const { root, collection } = isEnough ? start : lookAtXml(file);
  if (root === '') return brokenXml(name);
  if (root === 'CTfile') return { kind: 'ctf' };
  if (root === AUTHORITY_ROOT) return { kind: 'authority-xml' };
  if (root !== 'Message')
    return unknown(`“${name}” is an XML file of another kind (“${root.slice(0, 40)}”). ${READABLE}`);
  // A header that breaks off says no collection: the census reader tells where it breaks.
  if (collection === 'SC' || collection === undefined) return { kind: 'census-xml' };
  return unknown(
    `“${name}” is a file of another collection (${collection.slice(0, 40)}), not a school census. ${READABLE}`,
  );
}

function sniffCsv(name: string, file: FileText): SniffedFile {
  const [heading] = splitRows(file.text, sniffDelimiter(file.text), createProblemList(), 1);
  const columns = heading?.cells ?? [];
  const names = new Set(columns.map((column) => column.trim().toLowerCase()));
  // Also one that lacks columns: its reader says which, where a list of pupils would only look odd.
  const saysPeriod = PERIOD_MARKS.some((column) => names.has(column));
  if (saysPeriod && RETURN_MARKS.every((column) => names.has(column))) return { kind: 'return-csv' };
  const titles = columns.map((column) => column.trim()).filter((column) => column !== '');
  if (looksLikeExclusions(titles)) return { kind: 'other-csv' };
  const mapping = suggestMapping(titles);
  const pupilLike =
    mapping.upn !== undefined || (mapping.surname !== undefined && mapping.forename !== undefined);
  if (columns.length > 1 && pupilLike) return { kind: 'pupil-csv' };
  // A list this wide may be one of exclusions whose headings we have never met: a person can match them.
  if (titles.length >= FEWEST_TO_MATCH) return { kind: 'other-csv' };
  const headings = columns.map(headingKey).filter((one) => one !== '');
  return unknown(
    headings.length > 1
      ? `“${name}” has no columns that look like pupils: it needs a UPN, a surname, a forename and a date of birth.`
      : `“${name}” is neither XML nor a list with columns. ${READABLE}`,
  );
}
