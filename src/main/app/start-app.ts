import { app } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppEvent } from '#shared/contract/events.ts';
import { NOBODY, type Services } from '../features/context.ts';
import { dispatch } from '../api/dispatch.ts';
import { handlers } from '../api/handlers.ts';
import { fixedClock, systemClock } from '../platform/clock.ts';
import { accountFolder, databaseFile, dataFolder } from '../platform/data-folder.ts';
import { printPdf } from '../documents/print-pdf.ts';
import { makeFormDesk } from '../platform/form-desk.ts';
import { makeFileDesk } from '../platform/files/file-desk.ts';
import { openNationalSchools, programVersion } from '../platform/resources.ts';
import { makeJoinDesk } from '../office/shared/join-desk.ts';
import { StoreUnusableError } from '../storage/store.ts';
import { serveApp } from './app-protocol.ts';
import { setAppMenu } from './app-menu.ts';
import { denyEverything } from './deny-everything.ts';
import { openFileLog } from './file-log.ts';
import { makeJobRunner } from './job-runner.ts';
import { openMainWindow } from './main-window.ts';
import { openWork, type Work } from './open-work.ts';
import { systemKeyStore } from './system-keys.ts';
import { tendOutbox } from './tend-outbox.ts';
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

  const programId = randomUUID();
  const system = systemKeyStore();
  const data = dataFolder();
  const open = (): Work => openWork({ database: databaseFile(data), clock, log, send, system, programId });
  let work = open();
  const jobs = makeJobRunner(() => ({ place: work.jobPlace(), today, programId }), send, log);
  const desk = openWindowDesk(settingsFile, send);

  const standing: Omit<Services, 'store'> = {
    programId,
    clock,
    newId: randomUUID,
    files: makeFileDesk(windowDialogs(theWindow)),
    sessions: desk,
    jobs,
    program: { version: programVersion(), runtime: runtimeVersions() },
    nationalSchools: openNationalSchools,
    log,
    joining: makeJoinDesk({ folder: data, beginAnew: () => setImmediate(() => void beginAnew()) }),
    printPdf,
    forms: makeFormDesk(),
    shield: makeWindowShield(theWindow, settingsFile),
  };

  const services = (): Services => {
    const { store, keys, office, shared, away, backups } = work;
    return { ...standing, store, keys, office, shared, away, backups };
  };

  /** Another database from here on: nobody works on it yet, and of the one before nothing stays on the screen. */
  async function beginAnew(): Promise<void> {
    desk.signOut();
    await work.close();
    work = open();
    theWindow()?.webContents.reload();
  }

  answerWindow({
    services,
    jobs,
    send,
    session: async () => {
      await work.opened;
      const { store, office, shared } = work;
      if (office.standing().state !== 'open') return NOBODY;
      // In a shared database nobody works without a name, whatever is in it.
      return desk.asking(async () => (shared ? NOBODY : openSession(settingsFile, store)));
    },
    onCommand: () => desk.active(),
  });
  // Locked by the operation, which notes it; and in any case, should the database not be there to note it in.
  lockByItself(window, desk, (why) => {
    void dispatch(services(), handlers, NOBODY, 'session.lock', { why }).finally(() => desk.lock());
  });
  tendOutbox(services, send);
  setAppMenu(theWindow, send);
  watchScreens(send);

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void work.close().finally(() => app.quit());
  });
  const found = await work.opened;
  if (found.state === 'unusable') throw new StoreUnusableError(found.why);
}

function runtimeVersions(): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  return { Electron: electron, Chromium: chrome, 'Node.js': node };
}
