import { refuse, type Result } from '#shared/kernel/result.ts';
import type { ColumnMapping } from '../exchange/column-mapping.ts';
import { schoolsNamed } from './check-sender.ts';
import type { ReadOrder, ReadTask } from './types.ts';

const isFixed = (source: string | undefined): boolean => source?.startsWith('=') === true;

/**
 * The columns of a list that may not say itself whose it is. A number that was given for all rows is that of the list
 * it was given for; every school whose system writes the same headings has such lists, so another one is of the school
 * chosen or named by the file, and refused where there is none.
 */
export function columnsForList(
  mapping: ColumnMapping,
  task: Pick<ReadTask, 'name' | 'columnsJustNamed'>,
  { authority, laEstab: chosen }: Pick<ReadOrder, 'authority' | 'laEstab'>,
): Result<ColumnMapping> {
  const { laestab, la: _la, estab, ...others } = mapping;
  if (!isFixed(laestab) && !isFixed(estab)) return { ok: true, value: mapping };
  const named = [...new Set(schoolsNamed(task.name, authority))];
  const school = chosen ?? (named.length === 1 ? named[0] : undefined);
  if (school !== undefined) return { ok: true, value: { ...others, laestab: `=${school}` } };
  if (task.columnsJustNamed) return { ok: true, value: mapping };
  return refuse(
    'unreadable-file',
    'Not imported: the list does not say of which school it is. Put the school’s number into the name of the file, choose the school on Import, or name its columns once more and try it again alone.',
  );
}
