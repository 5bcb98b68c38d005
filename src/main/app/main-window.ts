import { BrowserWindow, nativeTheme, screen } from 'electron';
import { fileURLToPath } from 'node:url';
import { readSettings, writeSettings, type Settings } from '../platform/settings.ts';
import type { Log } from '../platform/log.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { reviveWindow } from './revive-window.ts';

const DEFAULT_SIZE = { width: 1366, height: 768 };

/** The one window, sandboxed, where and as large as it was left. */
export function openMainWindow(settingsFile: string, log: Log): BrowserWindow {
  const { window: remembered } = readSettings(settingsFile);
  const window = new BrowserWindow({
    ...(remembered && isOnAScreen(remembered) ? remembered : DEFAULT_SIZE),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'First Day',
    // The first frame has the ground of the theme, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14191F' : '#F5F6F8',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A page asks main for files, never the system: what is chosen stays a path in main.
      disableBlinkFeatures: 'FileSystemAccessLocal',
    },
  });
  if (remembered?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('console-message', (event, _level, text: string | undefined) => {
    // Newer Electron gives one object, older the text apart. Only our own fault reports: other text may name pupils.
    const message = text ?? event.message;
    if (message.startsWith('Window fault ')) log.error(onOneLine(message));
  });
  reviveWindow(window, log);
  window.on('close', () => remember(window, settingsFile));
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** A page could write what it likes: no more than a stack's worth of it, and nothing that looks like lines of our own. */
const onOneLine = (message: string): string => message.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' | ').slice(0, 2000);

function isOnAScreen({ x, y, width, height }: NonNullable<Settings['window']>): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return overlapX >= 200 && overlapY >= 100;
  });
}

function remember(window: BrowserWindow, settingsFile: string): void {
  const maximized = window.isMaximized();
  writeSettings(settingsFile, {
    ...readSettings(settingsFile),
    window: { ...window.getNormalBounds(), maximized },
  });
}
