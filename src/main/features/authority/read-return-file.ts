import { readFile, stat } from 'node:fs/promises';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { refuse, type FileProblem, type Result } from '#shared/kernel/result.ts';
import { readAuthorityXml } from '../../exchange/authority-xml-read.ts';
import { readCensusXml } from '../../exchange/census-xml-read.ts';
import { MAX_FILE_BYTES } from '../../exchange/read-text.ts';
import { readReturnCsv } from '../../exchange/return-csv-read.ts';
import type { ReturnDocument, ReturnLines } from '../../exchange/return-document.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { sniffFile } from '../../exchange/sniff.ts';

export interface ReadReturn {
  readonly document: ReturnDocument;
  readonly lines: ReturnLines;
  readonly format: ReturnFormat;
  readonly sha256: string;
  readonly warnings: readonly FileProblem[];
}

/** Reads the bytes of a return; the fingerprint is given even where the content is refused. */
export async function readReturnBytes(path: string): Promise<Result<{ bytes: Uint8Array; sha256: string }>> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      return refuse(
        'unreadable-file',
        `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, which no return is.`,
      );
    }
    const bytes = await readFile(path);
    return { ok: true, value: { bytes, sha256: sha256(bytes) } };
  } catch {
    return refuse(
      'unreadable-file',
      'The file could not be opened. It may have been moved, or another program holds it.',
    );
  }
}

/** The return in the bytes, in whichever layout, or why it is none. */
export function parseReturn(name: string, bytes: Uint8Array): Result<Omit<ReadReturn, 'sha256'>> {
  const sniffed = sniffFile(name, bytes);
  switch (sniffed.kind) {
    case 'census-xml': {
      const read = readCensusXml(bytes);
      return read.ok ? { ok: true, value: { ...read.value, format: 'census-xml' } } : read;
    }
    case 'return-csv': {
      const read = readReturnCsv(bytes);
      return read.ok ? { ok: true, value: { ...read.value, format: 'csv' } } : read;
    }
    case 'authority-xml': {
      const read = readAuthorityXml(bytes);
      return read.ok ? { ok: true, value: { ...read.value, format: 'authority-xml' } } : read;
    }
    case 'workbook':
    case 'archive':
    case 'other-csv':
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
