import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { Context, Handlers } from '../context.ts';
import type { JoinDesk } from '../join-desk.ts';
import { toShared } from '../to-shared.ts';

type SharingOperations = 'sharing.look' | 'sharing.join' | 'sharing.leave';

const NOTHING_CHANGED = 'Nothing was changed.';
const NO_FILE = refuse('not-found', `That file is not known any more. Choose it again. ${NOTHING_CHANGED}`);
const NOT_HERE = refuse('refused', `That is done in First Day’s window. ${NOTHING_CHANGED}`);

/** Which database this PC works on. */
export const sharingHandlers: Pick<Handlers, SharingOperations> = {
  'sharing.look': async (context, { fileId }) =>
    withFile(context, fileId, async (joining, path) => {
      const about = joining.look(path);
      if (!about.ok) return about;
      const reached = await joining.reach(path);
      const why = reached.ok ? {} : { why: reached.error.message };
      return ok({ about: toShared(about.value), ...why });
    }),
  'sharing.join': async (context, { fileId }) =>
    withFile(context, fileId, async (joining, path) => {
      if (context.shared)
        return refuse(
          'refused',
          `This PC works on a shared database already. Go back to its own first. ${NOTHING_CHANGED}`,
        );
      const about = joining.look(path);
      if (!about.ok) return about;
      // In the PC's own trail: it says why nothing follows.
      const noted = await note(context, about.value.database);
      return noted.ok ? dropped(await joining.join(path)) : noted;
    }),
  'sharing.leave': async (context) => {
    const { joining, shared, sessions } = context;
    if (!joining) return NOT_HERE;
    if (!shared) return refuse('refused', `This PC works on its own database. ${NOTHING_CHANGED}`);
    const held = sessions.current();
    if (held && !held.locked) {
      const noted = await note(context, shared.about.database);
      if (!noted.ok) return noted;
    }
    await joining.leave();
    return ok({});
  },
};

const note = ({ change }: Pick<Context, 'change'>, database: string) =>
  change<Record<string, never>>(async () =>
    ok({ value: {}, audit: { subjectType: 'shared-database', subjectId: database } }),
  );

const dropped = (result: Result<unknown>): Result<Record<string, never>> => (result.ok ? ok({}) : result);

async function withFile<T>(
  { joining, files }: Pick<Context, 'joining' | 'files'>,
  fileId: string,
  work: (joining: JoinDesk, path: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!joining) return NOT_HERE;
  const path = files.pathOf(fileId);
  return path === undefined ? NO_FILE : work(joining, path);
}
