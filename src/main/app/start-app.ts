import { app } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppEvent } from '#shared/contract/events.ts';
import { NOBODY, type Services } from '../features/context.ts';
import { workOutMissingDuties } from '../features/missing-duties.ts';
import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { accountFolder, databaseFile, dataFolder } from '../platform/data-folder.ts';
import { printPdf } from '../documents/print-pdf.ts';
import { makeFormDesk } from '../platform/form-desk.ts';
import { makeFileDesk } from '../platform/files/file-desk.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import { runTaskInWorker } from '../backup/run-in-worker.ts';
import { backUpBeforeUpdate } from '../office/back-up-before-update.ts';
import { keepBackupsGoing } from '../office/keep-backups-going.ts';
import { makeBackupDesk } from '../office/make-backup-desk.ts';
import { makeOffice } from '../office/office.ts';
import { runningMark } from '../office/running-mark.ts';
import { StoreUnusableError } from '../storage/store.ts';
import { serveApp } from './app-protocol.ts';
import { setAppMenu } from './app-menu.ts';
import { denyEverything } from './deny-everything.ts';
import { openFileLog } from './file-log.ts';
import { makeJobRunner } from './job-runner.ts';
import { openMainWindow } from './main-window.ts';
import { systemKeyStore } from './system-keys.ts';
import { watchScreens } from './watch-screens.ts';
import { answerWindow } from './window-ipc.ts';
import { makeWindowShield } from './window-shield.ts';
import { windowDialogs } from './window-dialogs.ts';
import { lockByItself, openSession, openWindowDesk } from './window-sessions.ts';

/**
 * Puts the application together and opens its window: the window first, so that it loads while the database opens. Until
 * the database is open (its key may have to be typed) only what needs none is answered. Throws `StoreUnusableError` when
 * it can never be.
 */
export async function startApp(): Promise<void> {
  const folder = accountFolder();
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

  const database = databaseFile(dataFolder());
  const system = systemKeyStore();
  const office = makeOffice({
    database,
    now: clock.now,
    newId: randomUUID,
    system,
    backUp: backUpBeforeUpdate(programVersion()),
    // Nobody is answered before: a board without the duties of older cases would look finished.
    onOpen: (store) => {
      backups.course.opened();
      mark.set();
      return workOutMissingDuties({ store, clock, newId: randomUUID }).catch((error: unknown) =>
        log.error('duties of older cases could not be worked out', error),
      );
    },
  });
  const mark = runningMark(database);
  const backups = makeBackupDesk({
    office,
    run: runTaskInWorker,
    clock,
    program: programVersion(),
    log,
    system,
    changed: () => send({ type: 'done', operation: 'backups.make' }),
  });
  const { store } = office;
  const jobs = makeJobRunner(() => ({ ...office.desk.place(), today }), send, log);
  const opened = office.start();
  const desk = openWindowDesk(settingsFile, send);

  const services: Services = {
    store,
    clock,
    newId: randomUUID,
    files: makeFileDesk(windowDialogs(theWindow)),
    sessions: desk,
    jobs,
    program: { version: programVersion(), runtime: runtimeVersions() },
    nationalSchools: openNationalSchools,
    log,
    keys: office.keys,
    office: office.desk,
    backups,
    printPdf,
    forms: makeFormDesk(),
    shield: makeWindowShield(theWindow, settingsFile),
  };

  answerWindow({
    services,
    jobs,
    send,
    session: async () => {
      await opened;
      if (office.desk.standing().state !== 'open') return NOBODY;
      return desk.asking(() => openSession(settingsFile, store));
    },
    onCommand: () => desk.active(),
  });
  // Locked by the operation, which notes it; and in any case, should the database not be there to note it in.
  lockByItself(window, desk, (why) => {
    void dispatch(services, handlers, NOBODY, 'session.lock', { why }).finally(() => desk.lock());
  });
  setAppMenu(theWindow, send);
  watchScreens(send);

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  const ending = new AbortController();
  app.on('window-all-closed', () => {
    ending.abort();
    void backups.course
      .beforeClose()
      .then(() => office.close())
      .then(mark.clear)
      .finally(() => app.quit());
  });
  const standing = await opened;
  keepBackupsGoing(backups, { uncleanEnd: mark.uncleanEnd, until: ending.signal });
  if (standing.state === 'unusable') throw new StoreUnusableError(standing.why);
}

function runtimeVersions(): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  return { Electron: electron, Chromium: chrome, 'Node.js': node };
}
