import { powerMonitor, type BrowserWindow } from 'electron';
import { userInfo } from 'node:os';
import type { AppEvent } from '#shared/contract/events.ts';
import { NOBODY, type UserSession } from '../features/context.ts';
import { rolesHere } from '../features/roles-here.ts';
import { readSettings, writeSettings } from '../platform/settings.ts';
import { readWorkspace } from '../storage/repositories/workspace.ts';
import type { Store } from '../storage/store.ts';
import { makeWindowDesk, type WindowDesk } from './session-desk.ts';

/** How often it is looked at whether somebody is still there. */
const LOOK_EVERY = 2000;

/** The desk of this PC's window: it remembers the last name and role, never a password. */
export function openWindowDesk(settingsFile: string, send: (event: AppEvent) => void): WindowDesk {
  return makeWindowDesk({
    monotonic: () => performance.now(),
    onChange: () => send({ type: 'session' }),
    lastName: () => readSettings(settingsFile).userName,
    remember: ({ userName, role }) => {
      if (role !== 'none') writeSettings(settingsFile, { ...readSettings(settingsFile), userName, role });
    },
  });
}

/**
 * The session where nobody signs in: in a demonstration with the name and role this PC worked with last, and in an empty
 * database, which is to be set up. In any other database nobody's.
 */
export async function openSession(settingsFile: string, store: Store): Promise<UserSession> {
  const workspace = await store.read(readWorkspace);
  if (workspace && !workspace.demonstration) return NOBODY;
  const { userName = userInfo().username, role } = readSettings(settingsFile);
  const here = rolesHere(workspace);
  const natural = here[0] ?? 'administrator';
  return { userName, role: workspace && role && here.includes(role) ? role : natural };
}

/** Locks after a time without a key or click, when the PC is locked and when it goes to sleep. */
export function lockByItself(
  window: BrowserWindow,
  desk: WindowDesk,
  lock: (why: 'idle' | 'system') => void,
): void {
  window.webContents.on('input-event', () => desk.active());
  const timer = setInterval(() => {
    if (desk.isIdle()) lock('idle');
  }, LOOK_EVERY);
  window.on('closed', () => clearInterval(timer));
  powerMonitor.on('lock-screen', () => lock('system'));
  powerMonitor.on('suspend', () => lock('system'));
}
