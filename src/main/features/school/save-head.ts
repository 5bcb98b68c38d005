import { refuse } from '#shared/kernel/result.ts';
import { readHeads, writeHead, type Head } from '../../storage/repositories/heads.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { headProblems } from './head-problems.ts';

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Adds or changes a head teacher or an acting head. Decisions already recorded keep the name they have. */
export const saveHead: Handler<'school.save-head'> = ({ change, newId }, input) =>
  change<Saved>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const heads = await readHeads(db, schoolId);
    const before = heads.find(({ id }) => id === input.id);
    if (input.id !== undefined && before === undefined) {
      return refuse('not-found', 'This entry is not in the list any more. Nothing was saved.');
    }
    if (before !== undefined && input.version !== before.version) {
      return refuse(
        'conflict',
        'Somebody else changed this entry while you were working on it. Nothing was saved; open Settings again to see the change, then make yours.',
      );
    }
    const fields = headProblems(input, heads);
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: the dates need correcting.', { fields });
    }
    const { name, acting, from, to } = input;
    const after: Head = {
      id: before?.id ?? newId(),
      name,
      acting,
      from,
      ...(to === undefined ? {} : { to }),
      version: (before?.version ?? 0) + 1,
    };
    await writeHead(db, schoolId, after);
    return {
      ok: true,
      value: {
        value: { id: after.id, version: after.version },
        audit: {
          subjectType: 'head',
          subjectId: after.id,
          detail: before === undefined ? { after } : { before, after },
        },
      },
    };
  });
