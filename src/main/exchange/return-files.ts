import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCensusXml } from './census-xml-read.ts';
import { writeCensusXml } from './census-xml.ts';
import type { ImportProblem, ReadWatch } from './file-problems.ts';
import { readReturnCsv } from './return-csv-read.ts';
import { writeReturnCsv } from './return-csv.ts';
import type { ReturnDocument, ReturnLines } from './return-document.ts';
import { sniffFile } from './sniff.ts';

/** Which column of a sender's CSV holds what: our column to the sender's heading, or to `=VALUE` for a fixed value. */
export type ColumnMapping = Readonly<Record<string, string>>;

export interface ReadReturn {
  readonly document: ReturnDocument;
  readonly lines: ReturnLines;
  readonly format: ReturnFormat;
  readonly warnings: readonly ImportProblem[];
}

/** The bytes of a return's file: the same for the same document. Refused where the format cannot hold it. */
export async function writeReturn(
  document: ReturnDocument,
  format: ReturnFormat,
): Promise<Result<Uint8Array>> {
  const text = format === 'csv' ? writeReturnCsv(document) : writeCensusXml(document);
  return text.ok ? { ok: true, value: Buffer.from(text.value, 'utf8') } : text;
}

/** The return in the bytes, in whichever format, or why it is none. `mapping` is for a CSV of another system. */
export async function readReturn(
  name: string,
  bytes: Uint8Array,
  { watch = {} }: { readonly watch?: ReadWatch; readonly mapping?: ColumnMapping } = {},
): Promise<Result<ReadReturn>> {
  const sniffed = sniffFile(name, bytes);
  switch (sniffed.kind) {
    case 'census-xml': {
      const read = readCensusXml(bytes, watch);
      return read.ok ? { ok: true, value: { ...read.value, format: 'census-xml' } } : read;
    }
    case 'return-csv': {
      const read = readReturnCsv(bytes, watch);
      return read.ok ? { ok: true, value: { ...read.value, format: 'csv' } } : read;
    }
    case 'ctf':
    case 'pupil-csv':
      return refuse(
        'unreadable-file',
        'This is a list of pupils, not a return of exclusions. Ask the school for the return.',
      );
    case 'unknown':
      return refuse('unreadable-file', sniffed.sentence);
  }
}
