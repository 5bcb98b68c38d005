import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { secondPlaceState } from '#shared/domain/backups/backup-due.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { backupsFolder } from '../../backup/backup-places.ts';
import { listBackups } from '../../backup/list-backups.ts';
import type { Handler } from '../context.ts';
import { desksOf } from './desk.ts';
import { knownBackups, listed } from './known-backups.ts';

/** Cheap: asked for by every page's status strip. */
export const backupsStatus: Handler<'backups.status'> = async ({ backups, office, clock }) => {
  if (!backups || !office) return ok({});
  const newest = listBackups(backupsFolder(office.file)).find(({ whole }) => whole)?.about.at;
  const failure = backups.course.failure();
  const second = backups.settings.read();
  return ok({
    ...(newest === undefined ? {} : { lastAt: newest }),
    ...(failure ? { failure } : {}),
    ...(second
      ? {
          second: {
            folder: second.folder,
            state: secondPlaceState(second, newest, clock.now()),
            ...(second.lastOkAt === undefined ? {} : { lastOkAt: second.lastOkAt }),
            ...(second.why === undefined ? {} : { why: second.why }),
          },
        }
      : {}),
  });
};

export const listAll: Handler<'backups.list'> = async (context, { folder }) => {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { file } = desks.value.office;
  const backups = knownBackups(file, desks.value.backups, context.files, folder);
  return ok({
    folder: backupsFolder(file),
    backups: backups.map(({ place, backup }) => listed(place, backup)),
  });
};

export const makeByHand: Handler<'backups.make'> = async (context) => {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { course } = desks.value.backups;
  const made = await course.make('by-hand', context.job);
  if (!made.ok) return made;
  await course.copyNewest(context.job);
  const { name, about } = made.value;
  const noted = await context.change(async () =>
    ok({
      value: {},
      audit: {
        subjectType: 'backup',
        subjectId: name,
        detail: { at: about.at, sha256: about.sha256, auditHead: about.auditHead },
      },
    }),
  );
  return noted.ok ? ok({ backup: listed('first', made.value) }) : noted;
};

export const chooseSecondPlace: Handler<'backups.choose-second-place'> = async (context, { folder }) => {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { backups, office } = desks.value;
  const chosen = folder === undefined ? await context.files.chooseFolder() : context.files.pathOf(folder);
  if (chosen === undefined) return refuse('cancelled', 'No folder was chosen. Nothing was changed.');
  if (!existsSync(chosen))
    return refuse('not-found', 'That folder is not there. Nothing was changed. Choose another one.');
  if (isInside(chosen, office.file))
    return refuse(
      'refused',
      'That folder lies with the database itself, so both would be lost together. Choose one on a share or a stick.',
    );
  const noted = await context.change(async () =>
    ok({
      value: {},
      audit: { subjectType: 'second-place', subjectId: chosen.slice(0, 64), detail: { folder: chosen } },
    }),
  );
  if (!noted.ok) return noted;
  backups.settings.write({ folder: chosen, chosenAt: context.clock.now() });
  await backups.course.copyNewest(context.job);
  const why = backups.settings.read()?.why;
  return ok({ folder: chosen, ...(why === undefined ? {} : { why }) });
};

export const forgetSecondPlace: Handler<'backups.forget-second-place'> = async (context) => {
  const desks = desksOf(context);
  if (!desks.ok) return desks;
  const { settings } = desks.value.backups;
  const before = settings.read()?.folder ?? '';
  const noted = await context.change(async () =>
    ok({ value: {}, audit: { subjectType: 'second-place', subjectId: 'none', detail: { before } } }),
  );
  if (noted.ok) settings.write(undefined);
  return noted;
};

/** Whether a folder is that of the database, or one in it. */
function isInside(folder: string, database: string): boolean {
  const home = dirname(resolve(database));
  const path = resolve(folder);
  return path === home || path.startsWith(home + sep);
}
