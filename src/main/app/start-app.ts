import { app } from 'electron';
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { NOBODY, type Services, type UserSession } from '../features/context.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import { rolesFor } from '../features/app/working-session.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { databaseFile, dataFolder } from '../platform/data-folder.ts';
import { printPdf } from '../documents/print-pdf.ts';
import { makeFileDesk } from '../platform/files/file-desk.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import { readSettings, writeSettings } from '../platform/settings.ts';
import { makeOffice } from '../office/office.ts';
import { StoreUnusableError } from '../storage/store.ts';
import { readWorkspace, type Workspace } from '../storage/repositories/workspace.ts';
import { serveApp } from './app-protocol.ts';
import { setAppMenu } from './app-menu.ts';
import { denyEverything } from './deny-everything.ts';
import { openFileLog } from './file-log.ts';
import { makeJobRunner } from './job-runner.ts';
import { openMainWindow } from './main-window.ts';
import { systemKeyStore } from './system-keys.ts';
import { answerWindow } from './window-ipc.ts';
import { windowDialogs } from './window-dialogs.ts';

/**
 * Puts the application together and opens its window: the window first, so that it loads while the database opens. Until
 * the database is open (its key may have to be typed) only what needs none is answered. Throws `StoreUnusableError` when
 * it can never be.
 */
export async function startApp(): Promise<void> {
  const folder = dataFolder();
  const settingsFile = join(folder, 'settings.json');
  const today = app.isPackaged ? undefined : process.env['FIRST_DAY_TODAY'];
  const clock = today ? fixedClock(today) : systemClock;
  const log = openFileLog(join(folder, 'logs'));

  process.on('unhandledRejection', (error) => log.error('a promise was rejected and nobody saw it', error));

  // A job may end while the window closes: then there is nobody to tell. Letters are printed in hidden windows: not those.
  const theWindow = () => (window.isDestroyed() ? undefined : window);
  const send = (event: AppEvent) => theWindow()?.webContents.send('event', event);
  denyEverything();
  serveApp(fileURLToPath(new URL('../renderer', import.meta.url)));
  const window = openMainWindow(settingsFile, log);

  const database = databaseFile(folder);
  const office = makeOffice({
    database,
    now: clock.now,
    newId: randomUUID,
    system: systemKeyStore(),
    // Nobody is answered before: a board without the duties of older cases would look finished.
    onOpen: (store) =>
      workOutMissingDuties({ store, clock, newId: randomUUID }).catch((error: unknown) =>
        log.error('duties of older cases could not be worked out', error),
      ),
  });
  const { store } = office;
  const jobs = makeJobRunner(() => ({ ...office.desk.place(), today }), send, log);
  const opened = office.start();
  let session: Promise<UserSession> | undefined;

  const services: Services = {
    store,
    clock,
    newId: randomUUID,
    files: makeFileDesk(windowDialogs(theWindow)),
    sessions: {
      workAs(next) {
        session = Promise.resolve(next);
        if (next.role === 'none') return;
        const { userName, role } = next;
        writeSettings(settingsFile, { ...readSettings(settingsFile), userName, role });
      },
    },
    jobs,
    program: { version: programVersion(), runtime: runtimeVersions() },
    nationalSchools: openNationalSchools,
    log,
    keys: office.keys,
    office: office.desk,
    printPdf,
  };

  answerWindow({
    services,
    jobs,
    send,
    session: async () => {
      await opened;
      if (office.desk.standing().state !== 'open') return NOBODY;
      return (session ??= firstSession(settingsFile, store));
    },
    onSetUp: async () => {
      const { userName } = await (session ?? firstSession(settingsFile, store));
      services.sessions.workAs({ userName, role: naturalRole(await store.read(readWorkspace)) });
    },
  });
  setAppMenu(theWindow, send);

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void office.close().finally(() => app.quit());
  });
  const standing = await opened;
  if (standing.state === 'unusable') throw new StoreUnusableError(standing.why);
}

/**
 * The name and role this PC worked with last, if the database still has that role (it may be another one); else the
 * system's user name and the natural role.
 */
async function firstSession(settingsFile: string, store: Services['store']): Promise<UserSession> {
  const { userName = userInfo().username, role } = readSettings(settingsFile);
  const workspace = await store.read(readWorkspace);
  return { userName, role: role && rolesFor(workspace).includes(role) ? role : naturalRole(workspace) };
}

/** What most people at this database come for; the user menu offers the other roles. */
function naturalRole(workspace: Workspace | undefined): Role {
  if (workspace?.school) return 'decider';
  return workspace?.authority ? 'authority' : 'administrator';
}

function runtimeVersions(): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  return { Electron: electron, Chromium: chrome, 'Node.js': node };
}
