import type { ReadFile } from '../../receiving/types.ts';
import { knownSchools } from '../../storage/repositories/received-returns.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';

type ReturnFile = Extract<ReadFile, { readonly kind: 'return' }>;

/** Each return's school by name: as it is known here, in the national list or in the file, whichever is first to know it. */
export async function nameSchools(
  { nationalSchools }: Pick<Context, 'nationalSchools'>,
  db: Db,
  files: readonly ReturnFile[],
): Promise<ReadonlyMap<ReturnFile, { readonly name: string; readonly known: boolean }>> {
  const numbers = [...new Set(files.map(({ head }) => head.laEstab))];
  const ours = new Map((await knownSchools(db, numbers)).map(({ laEstab, name }) => [laEstab, name]));
  return new Map(
    files.map((file) => {
      const { laEstab, namedAs } = file.head;
      const known = ours.get(laEstab) ?? nationalSchools().byLaEstab(laEstab)?.name;
      return [file, { name: known ?? namedAs ?? `School ${laEstab}`, known: known !== undefined }];
    }),
  );
}
