import { expect, test } from '@playwright/test';
import { launchDemonstration, openAt, workAs } from './support/demonstration.ts';
import type { RunningApp } from './support/launch.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchDemonstration('2025-11-12');
  await workAs(running.page, 'recorder');
  await openAt(running.page, 'pupils');
});

test.afterAll(() => running.close());

const NOTICE = 'The page stopped and was started again';

/** Asks the page through main: the test's own view of it does not outlive its process. */
const ask = (code: string): Promise<unknown> =>
  running.app.evaluate(
    ({ BrowserWindow }, script) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 1000)),
      ]),
    code,
  );

const pageSays = (text: string) =>
  expect
    .poll(() => ask(`document.body.innerText.includes(${JSON.stringify(text)})`), { timeout: 30_000 })
    .toBe(true);

const end = () =>
  running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents) process.kill(contents.getOSProcessId(), 'SIGKILL');
  });

/** Answers main's questions with their first button from now on, and keeps what was asked. */
const answerQuestions = () =>
  running.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...args: unknown[]) => {
      asked.push((args.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    };
  });

const asked = () => running.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

test('a page whose process is killed comes back on its screen, says so, and the session and the records are there', async () => {
  await end();
  await pageSays(NOTICE);
  expect(await ask('location.hash')).toBe('#/pupils');
  expect(await ask('location.search')).toBe('');
  expect(
    await ask(`window.firstDay.invoke('session.get', {}).then(({ ok, value }) => ok && value.role)`),
  ).toBe('recorder');
  expect(
    await ask(`window.firstDay.invoke('setup.status', {}).then(({ ok, value }) => ok && value.state)`),
  ).toBe('ready');
});

test('a page that stops again and again asks before it is started once more; so does one that does not answer', async () => {
  await answerQuestions();
  for (let time = 2; time <= 4; time += 1) {
    await end();
    await pageSays(NOTICE);
  }
  expect(await asked()).toEqual(['The page of First Day stops again and again.']);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  await expect.poll(asked).toContain('The page of First Day does not answer.');
  await pageSays(NOTICE);
});
