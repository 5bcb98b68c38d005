import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { exportFile } from '../export-file.ts';
import type { Context } from '../context.ts';
import { extractCsv } from './extract-csv.ts';

type Compared = OperationOutput<'authority.compare-extract'>;

/** Writes what differs from an extract as CSV; refused as the comparison is. */
export async function exportDifferences(
  context: Context,
  compared: Result<Compared>,
  destination: string | undefined,
): ReturnType<typeof exportFile> {
  if (!compared.ok) return compared;
  return exportFile(context, {
    destination,
    suggestedName: 'differences-from-extract.csv',
    content: extractCsv(compared.value),
    audit: (fileName) => ({
      subjectType: 'extract-differences',
      subjectId: compared.value.fileName,
      detail: { fileName, schools: compared.value.schools.length },
    }),
  });
}
