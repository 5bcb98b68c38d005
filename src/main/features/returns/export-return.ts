import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { writeCensusXml } from '../../exchange/census-xml.ts';
import { writeReturnCsv } from '../../exchange/return-csv.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { validateCensusXml } from '../../exchange/validate-xml.ts';
import { censusDateTime } from '../../exchange/census-date-time.ts';
import { writeWhole } from '../../platform/files/write-whole.ts';
import { readResource } from '../../platform/resources.ts';
import { insertReceipt, nextReturnVersion, type Receipt } from '../../storage/repositories/returns.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn, type Period } from './build-return.ts';
import { receiptOf } from './receipts.ts';

const EXTENSION: Readonly<Record<ReturnFormat, string>> = { 'census-xml': 'xml', csv: 'csv' };

/**
 * Writes the return of a period and keeps a receipt. Refused while a record in it has an error. The file is on the
 * disk before the receipt is: a receipt without its file would be a promise nobody can keep.
 */
export const exportReturn: Handler<'returns.export'> = async (context, { period, format, destination }) => {
  const prepared = await prepare(context, period, format);
  if (!prepared.ok) return prepared;
  const { text, receipt } = prepared.value;
  const path =
    destination === undefined
      ? await context.files.chooseSave(receipt.fileName)
      : context.files.pathOf(destination);
  if (path === undefined)
    return refuse('cancelled', 'Nothing was written: no place for the file was chosen.');
  try {
    await writeWhole(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return refuse(
      'refused',
      `The file could not be written there${code}. Nothing was recorded; choose another folder.`,
    );
  }
  const kept: Receipt = { ...receipt, fileName: basename(path) };
  const recorded = await context.change<Receipt>(async (db) => {
    if ((await nextReturnVersion(db, kept.schoolId, period)) !== kept.version) {
      return refuse(
        'conflict',
        'Somebody exported this return at the same moment. Nothing was recorded; export again.',
      );
    }
    await insertReceipt(db, kept);
    const { sha256: fingerprint, counts, fileName, version } = kept;
    return {
      ok: true,
      value: {
        value: kept,
        audit: {
          subjectType: 'return',
          subjectId: kept.id,
          detail: { period, format, version, fileName, fingerprint, counts },
        },
      },
    };
  });
  if (!recorded.ok) {
    await rm(path, { force: true });
    return recorded;
  }
  return { ok: true, value: { ...receiptOf(kept), fileId: context.files.register(path).fileId } };
};

async function prepare(
  context: Context,
  period: Period,
  format: ReturnFormat,
): Promise<Result<{ text: string; receipt: Receipt }>> {
  const { clock, session, newId } = context;
  const built = await context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school } = home.value;
    return {
      ok: true as const,
      value: {
        school,
        version: await nextReturnVersion(db, school.id, period),
        ...(await buildReturn(db, school, period)),
      },
    };
  });
  if (!built.ok) return built;
  const { school, version, verdicts, counts, document } = built.value;
  const errors = verdicts.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  if (errors.length > 0) {
    return refuse(
      'refused',
      `Nothing was written: ${errors.length === 1 ? 'one error needs' : `${errors.length} errors need`} correcting first. “Go to record” leads to each.`,
    );
  }
  const written = await write(
    {
      ...document,
      serialNo: String(version).padStart(3, '0'),
      createdAt: censusDateTime(clock.now()),
      software: 'First Day',
      release: context.program.version,
    },
    format,
  );
  if (!written.ok) return written;
  return {
    ok: true,
    value: {
      text: written.value,
      receipt: {
        id: newId(),
        schoolId: school.id,
        periodFrom: period.from,
        periodTo: period.to,
        periodName: period.name,
        version,
        format,
        fileName: `${school.laEstab}_exclusions_${period.term}${period.year}_${String(version).padStart(3, '0')}.${EXTENSION[format]}`,
        sha256: sha256(Buffer.from(written.value, 'utf8')),
        nil: document.nil,
        counts,
        exportedBy: session.userName,
        exportedAt: clock.now(),
      },
    },
  };
}

async function write(document: ReturnDocument, format: ReturnFormat): Promise<Result<string>> {
  if (format === 'csv') return writeReturnCsv(document);
  const xml = writeCensusXml(document);
  if (!xml.ok) return xml;
  const valid = await validateCensusXml(xml.value, readResource('schemas/census-exclusions-2020.xsd'));
  return valid.ok ? xml : valid;
}
