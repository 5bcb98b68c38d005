import { dialog, type BrowserWindow } from 'electron';
import type { Log } from '../platform/log.ts';
import { RESTARTED } from '#shared/text/restarted.ts';
import { APP_ORIGIN } from './app-protocol.ts';

/** New starts by itself within five minutes; a page that goes on stopping asks before the next. */
const MOST = 3;
const WITHIN_MS = 300_000;

/**
 * Brings the page back when its process has ended (out of memory, a fault of the graphics), and lets a person do it when
 * it no longer answers. What was recorded is in the database, and half-filled forms are in main's memory: the page says
 * that it was started again.
 */
export function reviveWindow(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let starts: number[] = [];
  let asking = false;

  const startAgain = () => {
    const { hash } = new URL(webContents.getURL());
    void window.loadURL(`${APP_ORIGIN}/?${RESTARTED}=1${hash}`);
  };

  async function ask(message: string, detail: string, wait: string): Promise<void> {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const buttons = ['Start the page again', wait];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'First Day',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    asking = false;
    if (window.isDestroyed()) return;
    if (response === 0) startAgain();
    else if (webContents.isCrashed()) window.close();
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`the window stopped: ${reason}`);
    const now = performance.now();
    starts = [...starts.filter((at) => now - at < WITHIN_MS), now];
    if (starts.length <= MOST) startAgain();
    else void ask('The page of First Day stops again and again.', `${KEPT} ${HELP}`, 'Close First Day');
  });
  window.on('unresponsive', () => {
    log.error('the window does not answer');
    void ask('The page of First Day does not answer.', KEPT, 'Wait');
  });
}

const KEPT = 'Everything that was recorded is kept, and so is what was typed into forms.';
const HELP = 'Close other programs, or start the PC again; if it goes on, report it.';
