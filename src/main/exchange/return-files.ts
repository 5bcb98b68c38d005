import { censusLayoutOf } from '#shared/domain/returns/census-layout.ts';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { readResource } from '../platform/resources.ts';
import { readAuthorityXml } from './authority-xml-read.ts';
import { writeAuthorityXml } from './authority-xml.ts';
import { censusPart } from './census-exclusion.ts';
import { readCensusXml, type CensusContent } from './census-xml-read.ts';
import { writeCensusXml } from './census-xml.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { findNotReadBack } from './check-reads-back.ts';
import type { ImportProblem, ReadWatch } from './file-problems.ts';
import { refuseFor, refuseWriting } from './file-problems.ts';
import { MAX_FILE_BYTES } from './read-text.ts';
import { readMappedCsv } from './mapped-csv-read.ts';
import { readReturnCsv } from './return-csv-read.ts';
import { writeReturnCsv } from './return-csv.ts';
import { canonicalReturn, type ReturnDocument, type ReturnLines } from './return-document.ts';
import { readReturnXlsx } from './return-xlsx-read.ts';
import { writeReturnXlsx } from './return-xlsx.ts';
import { sniffFile } from './sniff.ts';
import { validateXml } from './validate-xml.ts';

export type { ColumnMapping } from './column-mapping.ts';

export interface ReadReturn {
  readonly document: ReturnDocument;
  readonly lines: ReturnLines;
  readonly format: ReturnFormat;
  readonly warnings: readonly ImportProblem[];
}

/**
 * The bytes of a return's file: the same for the same document. XML is validated against our schema of its layout, and
 * every file is read again before it is given out. Refused, with each place named, where the format cannot hold the
 * period or a value; nothing is dropped but what docs/file-formats.md says that a census file has no room for.
 */
export async function writeReturn(
  document: ReturnDocument,
  format: ReturnFormat,
): Promise<Result<Uint8Array>> {
  const written = await write(document, format);
  if (!written.ok) return written;
  const layout = censusLayoutOf(document.period);
  const meant = format === 'census-xml' ? censusPart(document, layout) : document;
  const faults = findNotReadBack(canonicalReturn(meant), await read(format, written.value));
  return faults.length > 0 ? refuseWriting(faults) : written;
}

async function write(document: ReturnDocument, format: ReturnFormat): Promise<Result<Uint8Array>> {
  switch (format) {
    case 'census-xml': {
      const layout = censusLayoutOf(document.period);
      return validated(writeCensusXml(document), `schemas/census-exclusions-${layout}.xsd`);
    }
    case 'authority-xml':
      return validated(writeAuthorityXml(document), 'schemas/authority-exclusions.xsd');
    case 'csv': {
      const text = writeReturnCsv(document);
      return text.ok ? ok(Buffer.from(text.value, 'utf8')) : text;
    }
    case 'xlsx':
      return writeReturnXlsx(document);
  }
}

async function validated(xml: Result<string>, schema: string): Promise<Result<Uint8Array>> {
  if (!xml.ok) return xml;
  const valid = await validateXml(xml.value, readResource(schema));
  return valid.ok ? ok(Buffer.from(xml.value, 'utf8')) : refuseWriting(valid.error.problems ?? []);
}

/**
 * The return in the bytes, in whichever format, or why it is none. `mapping` is for a CSV of another system: given one,
 * every CSV is read by it.
 */
export async function readReturn(
  name: string,
  bytes: Uint8Array,
  { watch = {}, mapping }: { readonly watch?: ReadWatch; readonly mapping?: ColumnMapping } = {},
): Promise<Result<ReadReturn>> {
  const no = (message: string, remedy: string): Result<never> =>
    refuseFor({ element: name, message, remedy });
  if (bytes.length > MAX_FILE_BYTES) {
    const most = String(MAX_FILE_BYTES / (1024 * 1024));
    return no(`The file is larger than ${most} MB, which no return is.`, 'Check that it is the right file.');
  }
  const sniffed = sniffFile(name, bytes);
  switch (sniffed.kind) {
    case 'census-xml':
    case 'authority-xml':
      return withFormat(sniffed.kind, await read(sniffed.kind, bytes, watch));
    case 'workbook':
      return withFormat('xlsx', await readReturnXlsx(name, bytes, watch));
    case 'return-csv':
    case 'other-csv':
    case 'pupil-csv':
      if (mapping !== undefined) return withFormat('csv', readMappedCsv(bytes, mapping, watch));
      if (sniffed.kind === 'return-csv') return withFormat('csv', readReturnCsv(bytes, watch));
      return sniffed.kind === 'other-csv'
        ? no(
            'This list has the columns of another system.',
            'Match its columns to those of a return, then read it again.',
          )
        : no(LIST_OF_PUPILS, 'Ask the school for the return. If it is one, match its columns first.');
    case 'ctf':
      return no(LIST_OF_PUPILS, 'Ask the school for the return.');
    case 'archive':
      return no('This is a zip file.', 'Import it as it is, or unzip it and choose the files in it.');
    case 'unknown':
      return no(sniffed.sentence, 'Check that it is the right file, or ask the school for the return.');
  }
}

const LIST_OF_PUPILS = 'This is a list of pupils, not a return of exclusions.';

async function read(
  format: ReturnFormat,
  bytes: Uint8Array,
  watch: ReadWatch = {},
): Promise<Result<CensusContent>> {
  switch (format) {
    case 'census-xml':
      return readCensusXml(bytes, watch);
    case 'authority-xml':
      return readAuthorityXml(bytes, watch);
    case 'csv':
      return readReturnCsv(bytes, watch);
    case 'xlsx':
      return readReturnXlsx('the workbook', bytes, watch);
  }
}

const withFormat = (format: ReturnFormat, content: Result<CensusContent>): Result<ReadReturn> =>
  content.ok ? ok({ ...content.value, format }) : content;
