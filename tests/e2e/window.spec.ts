import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { displayOfWorker } from './support/displays.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp();
});

test.afterEach(() => running.close());

test('the page has no Node, no Electron, and only the three functions of the bridge', async () => {
  const seen = await running.page.evaluate(() => ({
    node:
      typeof (globalThis as Record<string, unknown>)['process'] +
      typeof (globalThis as Record<string, unknown>)['require'],
    bridge: Object.keys((globalThis as unknown as { firstDay: object }).firstDay).toSorted(),
    origin: location.origin,
  }));
  expect(seen).toEqual({
    node: 'undefinedundefined',
    bridge: ['invoke', 'on', 'registerDropped'],
    origin: 'app://first-day',
  });
});

test('the page cannot run inline or evaluated scripts, nor reach anything remote', async () => {
  const { page } = running;
  const results = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.append('globalThis.inlineRan = true');
    } catch {
      // Trusted types refuse the text itself: an empty script is put in all the same.
    }
    document.head.append(script);
    // In a task of its own: what the test driver evaluates directly is exempt from the policy.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- this is what must not work
          new Function('return 1')();
          resolve('ran');
        } catch {
          resolve('refused');
        }
      });
    });
    const reached = await fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    );
    const disk = await fetch('file:///etc/passwd').then(
      () => 'reached',
      () => 'refused',
    );
    return { inline: 'inlineRan' in globalThis, evaluated, reached, disk };
  });
  expect(results).toEqual({ inline: false, evaluated: 'refused', reached: 'refused', disk: 'refused' });
});

test('the window cannot leave its page, open another, or get a permission', async () => {
  const { app, page } = running;
  const opened = await page.evaluate(() => window.open('https://example.org/') === null);
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/first-day\//);
  expect(opened).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const permission = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  );
  expect(permission).toBe('denied');
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('nonsense sent over the bridge is refused with a code, and never breaks main', async () => {
  const codes = await running.page.evaluate(async () => {
    const { invoke } = (
      window as unknown as {
        firstDay: { invoke(a: unknown, b: unknown): Promise<{ error?: { code: string } }> };
      }
    ).firstDay;
    const calls: [unknown, unknown][] = [
      ['no.such', {}],
      [7, {}],
      ['setup.status', 'text'],
      ['pupils.get', { pupilId: { $ne: 1 } }],
      ['pupils.inspect-file', { fileId: '/etc/passwd' }],
      ['session.work-as', { role: 'root' }],
    ];
    const found: (string | undefined)[] = [];
    for (const [name, input] of calls) found.push((await invoke(name, input)).error?.code);
    return found;
  });
  expect(codes).toEqual([
    'unknown-operation',
    'unknown-operation',
    'invalid-input',
    'invalid-input',
    expect.stringMatching(/not-found|not-set-up|unreadable-file/),
    'invalid-input',
  ]);
});

test('a second start of the app ends at once and leaves the first one', async () => {
  const second = spawnSync(
    process.env['FIRST_DAY_ELECTRON'] ?? 'electron',
    [...(JSON.parse(process.env['FIRST_DAY_ELECTRON_ARGS'] ?? '[]') as string[]), '.'],
    { env: { ...process.env, ...displayOfWorker(), FIRST_DAY_DATA: running.data }, timeout: 20_000 },
  );
  expect(second.status).toBe(0);
  await expect(running.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the window comes back where and as large as it was left', async () => {
  const { app, data } = running;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 640 }),
  );
  await running.page.waitForTimeout(200);
  await running.close();
  running = await launchApp({ data, size: undefined });
  const bounds = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1000, height: 640 });
});

test('nothing invisible lies over the page and takes its clicks', async () => {
  const { page } = running;
  await expect(page.getByRole('button', { name: /demonstration/ })).toBeVisible();
  const covered = await page.evaluate(() => {
    const found: string[] = [];
    for (let x = 5; x < innerWidth; x += 40) {
      for (let y = 5; y < innerHeight; y += 40) {
        const toast = document.elementFromPoint(x, y)?.closest('[class*="Notifications"]');
        if (toast) found.push(`${x},${y} ${toast.className}`);
      }
    }
    return found;
  });
  expect(covered).toEqual([]);
});
