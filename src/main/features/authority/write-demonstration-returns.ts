import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuse } from '#shared/kernel/result.ts';
import { demonstrationFiles } from '../../demonstration/demonstration-files.ts';
import { generateArea } from '../../demonstration/generate-area.ts';
import { writeWhole } from '../../platform/files/write-whole.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';

/** Writes the demonstration's returns of the latest census into a folder, to try the import with. */
export const writeDemonstrationReturns: Handler<'authority.write-demonstration-returns'> = async (
  context,
  input,
) => {
  const workspace = await context.read(readWorkspace);
  if (!workspace?.invented) return refuse('refused', 'Only the demonstration has demonstration returns.');
  const chosen =
    input.destination === undefined
      ? await context.files.chooseFolder()
      : context.files.placeOf(input.destination);
  if (chosen === undefined) {
    return input.destination === undefined
      ? refuse('cancelled', 'Nothing was written: no folder was chosen.')
      : refuse('not-found', 'Nothing was written: the folder is not known any more. Choose it again.');
  }
  const folder = join(chosen, 'Demonstration returns');
  const files = demonstrationFiles(
    generateArea({ seed: workspace.invented.seed, today: workspace.invented.day }),
  );
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) await writeWhole(join(folder, name), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return refuse('refused', `The returns could not be written there${code}. Choose another folder.`);
  }
  return {
    ok: true,
    value: { files: files.length, folder: basename(folder), fileId: context.files.register(folder).fileId },
  };
};
