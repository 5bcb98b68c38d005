import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { readPdfText } from '../documents/read-pdf-text.ts';
import { invoke, workAs } from './support/demonstration.ts';
import { startHostilePage } from './support/hostile-page.ts';
import { answerDialogs } from './support/launch.ts';

// What main answers a page that somebody has taken over, and what its other windows may do.

const hostile = startHostilePage();

test('rubbish over the bridge is answered with a refusal each time', async () => {
  const { page } = hostile();
  const codes = await page.evaluate(async () => {
    const { firstDay } = window as unknown as {
      firstDay: { invoke(...args: unknown[]): Promise<{ ok: boolean; error?: { code: string } }> };
    };
    const cyclic: Record<string, unknown> = { pupilId: 'x' };
    cyclic['self'] = cyclic;
    const inputs: unknown[] = [
      undefined,
      null,
      7n,
      Number.NaN,
      'x'.repeat(500_000),
      cyclic,
      { pupilId: cyclic },
      { pupilId: { $ne: null } },
      JSON.parse('{"__proto__":{"pupilId":"demo-pupil-0001"}}'),
      new Map([['pupilId', 'x']]),
      new Date(Number.NaN),
      new Uint8Array(200_000),
      Array.from({ length: 10_000 }, () => ({})),
      new Error('x'),
    ];
    const names: unknown[] = [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      '',
      7,
      null,
      {},
      [],
      'pupils.get\u0000',
    ];
    const found = new Set<string>();
    for (const name of names) found.add((await firstDay.invoke(name, {})).error?.code ?? 'done');
    for (const name of ['pupils.get', 'pupils.import', 'exclusions.issue', 'places.book', 'authority.import'])
      for (const input of inputs)
        found.add((await firstDay.invoke(name, input)).error?.code ?? `done ${name}`);
    const uncloneable = await Promise.allSettled([
      firstDay.invoke('app.about', { run: () => 1 }),
      firstDay.invoke('app.about', Symbol('x')),
    ]);
    return { found: [...found].toSorted(), uncloneable: uncloneable.map(({ status }) => status) };
  });
  expect(codes).toEqual({
    // No pupil is called “x”, which is all that is right about one of the inputs.
    found: ['invalid-input', 'not-found', 'not-permitted', 'unknown-operation'],
    uncloneable: ['rejected', 'rejected'],
  });
});

test('a page that asks for more long work than there are threads is told so', async () => {
  const { page } = hostile();
  const codes = await page.evaluate(async () => {
    const { firstDay } = window as unknown as {
      firstDay: { invoke(a: string, b: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
    };
    await firstDay.invoke('session.work-as', { role: 'decider' });
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => firstDay.invoke('planner.plan', { seconds: 1, days: 1 })),
    );
    return answers.map(({ ok, error }) => (ok ? 'done' : (error?.code ?? '')));
  });
  expect(codes.filter((code) => code === 'busy').length).toBeGreaterThan(3);
  expect(codes).toContain('done');
});

test('another window with our bridge, a frame in it and one that is closed meanwhile are not answered', async () => {
  const { running } = hostile();
  const answers = await running.app.evaluate(async ({ BrowserWindow }, preload) => {
    const ask =
      "window.firstDay?.invoke('pupils.list', {}).then(({ error }) => error?.code ?? 'done', String) ?? 'no bridge'";
    const open = (more: object) =>
      new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, ...more } });
    // In a session of its own, or the rules of ours would not even let the page come.
    const foreign = open({ partition: 'elsewhere' });
    await foreign.loadURL('data:text/html,<h1>elsewhere</h1>');
    const elsewhere: unknown = await foreign.webContents.executeJavaScript(ask);
    foreign.destroy();
    const framed = open({ nodeIntegrationInSubFrames: true });
    await framed.loadURL('app://first-day/');
    await framed.webContents.executeJavaScript("document.body.append(document.createElement('iframe')); 1");
    const frame: unknown = await framed.webContents.mainFrame.frames[0]?.executeJavaScript(ask);
    framed.destroy();
    const closing = open({});
    await closing.loadURL('app://first-day/');
    void closing.webContents.executeJavaScript(ask).catch(() => undefined);
    await closing.webContents.executeJavaScript('1');
    closing.destroy();
    return { elsewhere, frame };
  }, resolvePath('out/preload/index.cjs'));
  expect(answers).toEqual({
    elsewhere: 'not-permitted',
    frame: expect.stringMatching(/^(not-permitted|no bridge)$/),
  });
});

test('the log takes a page’s fault on one line, and no more than so much of it', async () => {
  const { running, page } = hostile();
  await page.evaluate(() => {
    // oxlint-disable-next-line no-console -- the window's way to the log
    console.error(`Window fault x: y\n[2030-01-01] forged \u001b[2K${'z'.repeat(50_000)}`);
  });
  const log = () => readFileSync(join(running.data, 'logs', 'first-day.log'), 'utf8');
  await expect.poll(log).toContain('Window fault x');
  const line = log()
    .split('\n')
    .find((one) => one.includes('Window fault x'));
  expect(line).toContain('forged');
  expect(line?.length).toBeLessThan(2200);
  // eslint-disable-next-line no-control-regex
  expect(line).not.toMatch(/\u001b/);
});

test('every window is sandboxed, the hidden one that prints too, and markup in a letter is text', async () => {
  const { running, page, outside } = hostile();
  const { app } = running;
  await workAs(page, 'decider');
  const { value } = await invoke(page, 'school.get', {});
  const { details } = value as { readonly details: object };
  const address = `1 <b>Road</b><script>location='${outside.at.http}'</script><img src="${outside.at.http}/i.png">`;
  expect(await invoke(page, 'school.save-details', { ...details, address })).toMatchObject({ ok: true });
  await app.evaluate(({ app: program }) => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, 'seenPreferences', seen);
    program.on('browser-window-created', (_, window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      seen.push(contents.getLastWebPreferences());
    });
  });
  const save = join(running.data, 'letter.pdf');
  await answerDialogs(running, { save });
  const { rows } = (await invoke(page, 'exclusions.list', { state: 'issued' })).value as {
    readonly rows: readonly { id: string }[];
  };
  let written = false;
  for (const { id: exclusionId } of rows) {
    const listed = await invoke(page, 'letters.list', { exclusionId });
    const { letters } = listed.value as { readonly letters: readonly { templateId: string }[] };
    const [letter] = letters;
    // Some do not agree with what is booked and may not go.
    written = (await invoke(page, 'letters.export', { exclusionId, ...letter, format: 'pdf' })).ok;
    if (written) break;
  }
  expect(written).toBe(true);
  expect((await readPdfText(readFileSync(save))).text).toContain('<script>location=');
  const preferences = await app.evaluate(({ BrowserWindow }) => [
    ...(Reflect.get(globalThis, 'seenPreferences') as Record<string, unknown>[]),
    ...BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  ]);
  expect(preferences).toHaveLength(2);
  const [printing] = preferences;
  for (const one of preferences) {
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  }
  expect(printing).toMatchObject({ javascript: false });
});
