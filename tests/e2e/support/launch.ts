import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { displayOfWorker } from './displays.ts';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The data folder with the database, settings and logs. */
  readonly data: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly data?: string;
  /** The day the app believes in, `YYYY-MM-DD`. */
  readonly today?: string;
  /** Of the page; undefined leaves the window as it opens. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

const executablePath = process.env['FIRST_DAY_ELECTRON'];

/** Starts the built app in a real window over a data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { data = mkdtempSync(join(tmpdir(), 'first-day-data-')), today = '2025-11-12' } = options;
  const size = 'size' in options ? options.size : { width: 1366, height: 768 };
  const start = (timeout: number) =>
    _electron.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [...(JSON.parse(process.env['FIRST_DAY_ELECTRON_ARGS'] ?? '[]') as string[]), '.'],
      env: { ...definedEnv(), ...displayOfWorker(), FIRST_DAY_DATA: data, FIRST_DAY_TODAY: today },
      timeout,
    });
  // Electron without a graphics card sometimes never comes up; a fault of ours would keep it from it the second time, too.
  const app = await start(20_000).catch(() => start(60_000));
  const page = await app.firstWindow();
  if (size) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  }
  return { app, page, data, close: () => app.close() };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Answers the app's next file dialogs as a person would: main asks, the page never sees a path. */
export async function answerDialogs(
  { app }: RunningApp,
  answers: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { open, save }) => {
      dialog.showOpenDialog = async () => ({ canceled: open === undefined, filePaths: open ?? [] });
      dialog.showSaveDialog = async () => ({ canceled: save === undefined, filePath: save ?? '' });
    },
    { open: answers.open ? [...answers.open] : undefined, save: answers.save },
  );
}
