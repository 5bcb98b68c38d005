import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readSchoolDetails, writeSchoolDetails } from '../../storage/repositories/school-details.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

interface Letterhead {
  readonly name: string;
  readonly base64: string;
}

/** Takes the school's own Word letterhead for letters, once it was found fit and safe; or First Day's again. */
export const saveLetterhead: Handler<'letters.save-letterhead'> = async (context, { fileId }) => {
  const read = fileId === undefined ? undefined : await readLetterhead(context, fileId);
  if (read !== undefined && !read.ok) return read;
  const own = read?.value;
  return context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const before = await readSchoolDetails(db, schoolId);
    await writeSchoolDetails(db, {
      schoolId,
      letterhead: own?.base64 ?? null,
      letterheadName: own?.name ?? null,
      version: (before?.version ?? 0) + 1,
    });
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'school',
          subjectId: schoolId,
          detail: { before: before?.letterheadName ?? null, after: own?.name ?? null },
        },
      },
    };
  });
};

async function readLetterhead({ files }: Context, fileId: string): Promise<Result<Letterhead>> {
  const path = files.pathOf(fileId);
  if (path === undefined) {
    return refuse('not-found', 'This file is no longer known. Nothing was changed. Choose the file again.');
  }
  const { checkLetterhead, LETTERHEAD_LIMIT } = await import('../../documents/check-letterhead.ts');
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Error('no plain file');
    if (found.size > LETTERHEAD_LIMIT) {
      return refuse(
        'unreadable-file',
        `“${name}” is larger than 2 MB. Nothing was changed. Make the pictures in it smaller and save it again.`,
      );
    }
    bytes = await readFile(path);
  } catch {
    return refuse(
      'unreadable-file',
      `“${name}” could not be opened. Nothing was changed. Check that it is still there and not open in another program, then choose it again.`,
    );
  }
  const checked = checkLetterhead(bytes);
  if (!checked.ok) return refuse('unreadable-file', `${checked.sentence} Nothing was changed.`);
  return { ok: true, value: { name, base64: Buffer.from(bytes).toString('base64') } };
}
