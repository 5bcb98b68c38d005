import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { pupilFieldLabel } from '#shared/text/pupil-words.ts';
import { PUPIL_FIELDS, REQUIRED_PUPIL_FIELDS } from '../../exchange/imported-pupil.ts';
import { inspectCsv } from '../../exchange/pupil-csv.ts';
import type { Context } from '../context.ts';
import { openPupilFile } from './open-pupil-file.ts';

const REQUIRED: ReadonlySet<string> = new Set(REQUIRED_PUPIL_FIELDS);

/** Only what is kept: a preferred forename is read from files, but the roll has no place for it yet. */
const FIELDS = PUPIL_FIELDS.filter((field) => field !== 'preferredForename').map((field) => ({
  field,
  label: pupilFieldLabel(field),
  required: REQUIRED.has(field),
}));

/** What kind of file was chosen and, for a CSV, its columns with the mapping that is probably right. */
export async function inspectFile(
  context: Context,
  { fileId }: ParsedInput<'pupils.inspect-file'>,
): Promise<Result<OperationOutput<'pupils.inspect-file'>>> {
  const opened = await openPupilFile(context, fileId);
  if (!opened.ok) return opened;
  const { kind, name, size, bytes } = opened.value;
  if (kind === 'ctf') {
    return { ok: true, value: { kind, name, size, columns: [], rows: [], mapping: {}, fields: [] } };
  }
  const inspected = inspectCsv(bytes);
  if (!inspected.ok) return inspected;
  const { columns, rows, mapping } = inspected.value;
  const { preferredForename: _notKept, ...kept } = mapping;
  return {
    ok: true,
    value: {
      kind,
      name,
      size,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      mapping: kept,
      fields: FIELDS,
    },
  };
}
