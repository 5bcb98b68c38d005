import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { insertReceipt, nextReturnVersion, type Receipt } from '../../storage/repositories/returns.ts';
import type { Context, Handler } from '../context.ts';
import { placeFile } from '../place-file.ts';
import { prepareReturn, type ExportChoice } from './prepare-return.ts';
import { receiptOf } from './receipts.ts';
import { checkPeriod, type Period } from './return-period.ts';

/** Exports of one return at the same moment, from other windows or PCs, that are sat out. */
const ATTEMPTS = 5;

/**
 * Writes the return of a period and keeps a receipt. Refused while a record in it has an error. The file is on the
 * disk before the receipt is: a receipt without its file would be a promise nobody can keep. Where somebody else
 * exported in the same moment, the file is written again as the next version.
 */
export const exportReturn: Handler<'returns.export'> = async (
  context,
  { period: asked, destination, ...choice },
) => {
  const period = checkPeriod(asked);
  if (!period.ok) return period;
  const ready = await prepareReturn(context, period.value, choice);
  if (!ready.ok) return ready;
  const path =
    destination === undefined
      ? await context.files.chooseSave(ready.value.receipt.fileName)
      : context.files.placeOf(destination);
  if (path === undefined) {
    return destination === undefined
      ? refuse('cancelled', 'Nothing was written: no place for the file was chosen.')
      : refuse(
          'not-found',
          'Nothing was written: the place for the file is not known any more. Choose it again.',
        );
  }
  for (let attempt = 1; ; attempt += 1) {
    // Afresh each time: records may have changed while the dialog was open.
    const result = await exportOnce(context, period.value, choice, path);
    if (result.ok || result.error.code !== 'conflict' || attempt === ATTEMPTS) return result;
  }
};

async function exportOnce(
  context: Context,
  period: Period,
  choice: ExportChoice,
  path: string,
): ReturnType<Handler<'returns.export'>> {
  const prepared = await prepareReturn(context, period, choice);
  if (!prepared.ok) return prepared;
  const receipt: Receipt = { ...prepared.value.receipt, fileName: basename(path) };
  let placed;
  try {
    placed = await placeFile(path, prepared.value.bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return refuse(
      'refused',
      `The file could not be written there${code}. Nothing was written or recorded. If the file is open in another program, close it; or choose another folder.`,
    );
  }
  try {
    const recorded = await record(context, period, receipt);
    if (!recorded.ok) {
      await placed.undo();
      return recorded;
    }
  } catch (error) {
    await placed.undo();
    throw error;
  }
  await placed.keep();
  const { document: _, ...short } = receipt;
  return { ok: true, value: { ...receiptOf(short), fileId: context.files.register(path).fileId } };
}

function record(context: Context, period: Period, receipt: Receipt): Promise<Result<Receipt>> {
  return context.change<Receipt>(async (db) => {
    if ((await nextReturnVersion(db, receipt.schoolId, period)) !== receipt.version) {
      return refuse(
        'conflict',
        'Others are exporting this return at the same moment. Nothing was written or recorded; export again.',
      );
    }
    await insertReceipt(db, receipt);
    const { format, version, fileName, sha256: fingerprint, counts, sealedFor } = receipt;
    return {
      ok: true,
      value: {
        value: receipt,
        audit: {
          subjectType: 'return',
          subjectId: receipt.id,
          detail: { period, format, version, fileName, fingerprint, counts, sealed: sealedFor !== null },
        },
      },
    };
  });
}
