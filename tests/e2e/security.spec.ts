import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPdfText } from '../documents/read-pdf-text.ts';
import { answerDialogs, launchApp, type RunningApp } from './support/launch.ts';
import { invoke, loadDemonstration, workAs } from './support/demonstration.ts';
import { listenForAnything, type Listener } from './support/listener.ts';

// A page that somebody has taken over tries everything it can think of, in the real window. One program for all tests: it
// must go on after each of them.

let running: RunningApp;
let page: Page;
let outside: Listener;

test.beforeAll(async () => {
  outside = await listenForAnything();
  running = await launchApp();
  ({ page } = running);
  await loadDemonstration(page);
});

test.afterAll(async () => {
  await running.close();
  await outside.close();
});

test.afterEach(async () => {
  expect(page.url()).toMatch(/^app:\/\/first-day\/(#|$)/);
  expect(await invoke(page, 'setup.status', {})).toMatchObject({ ok: true });
  expect(await windows()).toBe(1);
  expect(outside.heard).toEqual([]);
});

const windows = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('nothing leaves the window, whatever way it is asked for', async () => {
  const results = await page.evaluate(async (at) => {
    const settled = async (work: () => Promise<unknown>) => {
      try {
        await work();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    const element = (tag: string, set: Record<string, string>) =>
      settled(
        () =>
          new Promise((resolve, reject) => {
            const made = document.createElement(tag);
            made.addEventListener('load', resolve);
            made.addEventListener('error', reject);
            for (const [name, value] of Object.entries(set)) made.setAttribute(name, value);
            document.body.append(made);
            setTimeout(() => {
              made.remove();
              reject(new Error('nothing came'));
            }, 700);
          }),
      );
    const { http, ws } = at;
    // Trusted types refuse some addresses even to be set: a refusal as good as any.
    const tries: Record<string, () => Promise<unknown>> = {
      fetch: () => fetch(http),
      fetchNoCors: () => fetch(http, { method: 'POST', mode: 'no-cors', body: 'name' }),
      file: () => fetch('file:///etc/passwd'),
      data: () => fetch('data:text/plain,x'),
      blob: () => fetch(URL.createObjectURL(new Blob(['x']))),
      otherHost: () => fetch('app://elsewhere/index.html'),
      parent: () =>
        fetch('app://first-day/..%2fmain/index.js').then(({ ok }) => (ok ? 1 : Promise.reject(new Error()))),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(ws);
          socket.addEventListener('open', resolve);
          socket.addEventListener('error', reject);
        }),
      events: () =>
        new Promise((resolve, reject) => {
          const events = new EventSource(http);
          events.addEventListener('open', resolve);
          events.addEventListener('error', reject);
        }),
      module: () => import(/* @vite-ignore */ `${http}/x.js`),
    };
    const outcome: Record<string, string> = {};
    for (const [name, work] of Object.entries(tries)) outcome[name] = await settled(work);
    navigator.sendBeacon(http, 'name');
    outcome['image'] = await element('img', { src: `${http}/x.png` });
    outcome['style'] = await element('link', { rel: 'stylesheet', href: `${http}/x.css` });
    outcome['prefetch'] = await element('link', { rel: 'prefetch', href: `${http}/x` });
    outcome['preconnect'] = await element('link', { rel: 'preconnect', href: http });
    outcome['frame'] = await element('iframe', { src: http });
    outcome['object'] = await element('object', { data: http });
    outcome['video'] = await element('video', { src: `${http}/x.mp4` });
    outcome['font'] = await settled(() => new FontFace('x', `url(${http}/x.woff2)`).load());
    return outcome;
  }, outside.at);
  expect(Object.entries(results).filter(([, outcome]) => outcome !== 'refused')).toEqual([
    // A frame that is refused loads a blank page of its own, with nothing in it.
    ['frame', 'done'],
  ]);
});

test('calls between browsers reach nobody, and no name is looked up', async () => {
  const candidates = await page.evaluate(async ({ stun, turn }) => {
    const connection = new RTCPeerConnection({
      iceServers: [{ urls: stun }, { urls: turn, username: 'a', credential: 'b' }],
    });
    const found: string[] = [];
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) found.push(candidate.candidate);
    });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    connection.close();
    return found;
  }, outside.at);
  expect(candidates.filter((one) => / (srflx|relay) /.test(one))).toEqual([]);
  for (const host of ['example.org', '127.0.0.1', 'localhost']) {
    const looked = await running.app.evaluate(
      ({ session }, name) =>
        session.defaultSession.resolveHost(name).then(
          () => 'found',
          () => 'not found',
        ),
      host,
    );
    expect([host, looked]).toEqual([host, 'not found']);
  }
});

test('no text becomes a script, and no thread is begun', async () => {
  const ran = await page.evaluate(async () => {
    const ways: Record<string, () => unknown> = {
      // oxlint-disable no-implied-eval, no-eval, no-new-func, typescript/no-implied-eval -- these are what must not work
      eval: () => (0, eval)('globalThis.ran = "eval"'),
      function: () => new Function('globalThis.ran = "function"')(),
      timeout: () => setTimeout('globalThis.ran = "timeout"' as unknown as () => void),
      // oxlint-enable no-implied-eval, no-eval, no-new-func, typescript/no-implied-eval
      markup: () => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.ran = \'markup\'">');
      },
      write: () => document.write('<script>globalThis.ran = "write"</script>'),
      parsed: () => new DOMParser().parseFromString('<p>x</p>', 'text/html'),
      inline: () => {
        const script = document.createElement('script');
        script.append('globalThis.ran = "inline"');
        document.head.append(script);
      },
      handler: () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'globalThis.ran = "handler"');
        button.click();
      },
      link: () => {
        const link = document.createElement('a');
        link.setAttribute('href', 'javascript:globalThis.ran = "link"');
        document.body.append(link);
        link.click();
        link.remove();
      },
      worker: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
      dataWorker: () => new Worker('data:text/javascript,postMessage(1)'),
      sharedWorker: () => new SharedWorker('data:text/javascript,1'),
      webAssembly: () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
    };
    const thrown: string[] = [];
    // In a task of its own: what the test driver evaluates directly is exempt from the policy.
    await new Promise((resolve) => {
      setTimeout(() => {
        for (const [name, way] of Object.entries(ways)) {
          try {
            way();
          } catch {
            thrown.push(name);
          }
        }
        resolve(undefined);
      });
    });
    const service = await navigator.serviceWorker.register('app://first-day/x.js').then(
      () => 'registered',
      () => 'refused',
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    return { ran: (globalThis as { ran?: string }).ran ?? 'nothing', service, thrown };
  });
  expect(ran).toMatchObject({ ran: 'nothing', service: 'refused' });
  expect(ran.thrown).toEqual(
    expect.arrayContaining(['eval', 'function', 'markup', 'write', 'worker', 'webAssembly']),
  );
});

test('no window, frame or other page opens', async () => {
  const frames = await page.evaluate(async (http) => {
    const opened = [
      'https://example.org/',
      'about:blank',
      'app://first-day/',
      'file:///etc/passwd',
      http,
    ].map((url) => window.open(url, '_blank', 'popup') === null);
    const click = (set: Record<string, string>) => {
      const link = document.createElement('a');
      for (const [name, value] of Object.entries(set)) link.setAttribute(name, value);
      document.body.append(link);
      link.click();
      link.remove();
    };
    click({ href: http, target: '_blank' });
    click({ href: http, ping: http });
    click({ href: http, download: 'x.exe' });
    click({ href: 'data:text/html,x', download: 'x.html' });
    const form = document.createElement('form');
    form.method = 'post';
    form.action = http;
    document.body.append(form);
    form.submit();
    form.remove();
    for (const url of [
      http,
      'file:///etc/passwd',
      'data:text/html,<h1>x</h1>',
      'app://elsewhere/',
      'app://first-day/assets/x.svg',
      'app://first-day/..%2f..%2fpackage.json',
    ]) {
      location.assign(url);
      await new Promise((resolve) => {
        setTimeout(resolve, 60);
      });
    }
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bridge = typeof Reflect.get(frame.contentWindow ?? {}, 'firstDay');
    frame.remove();
    return { opened, bridge };
  }, outside.at.http);
  expect(frames).toEqual({ opened: [true, true, true, true, true], bridge: 'undefined' });
  expect(await page.evaluate(() => document.querySelector('main h1') !== null)).toBe(true);
});

test('no permission, device or file of the PC is to be had', async () => {
  const got = await page.evaluate(async () => {
    const ours = navigator;
    type Methods = Record<string, (options?: object) => Promise<unknown>>;
    // Newer than the types of the page; what gives a list gives nothing when the list is empty.
    const newer = async (of: object, method: string, options?: object) => {
      const got = await (of as Methods)[method]?.(options);
      if (got === undefined || (Array.isArray(got) && got.length === 0)) throw new Error('nothing');
    };
    const part = (name: string): object => Reflect.get(ours, name) as object;
    const tries: Record<string, () => Promise<unknown>> = {
      camera: () => ours.mediaDevices.getUserMedia({ video: true, audio: true }),
      screen: () => ours.mediaDevices.getDisplayMedia(),
      place: () =>
        new Promise((found, refused) => {
          ours.geolocation.getCurrentPosition(found, refused, { timeout: 1000 });
        }),
      clipboard: () => ours.clipboard.readText(),
      clipboardWrite: () => ours.clipboard.writeText('x'),
      midi: () => ours.requestMIDIAccess(),
      wake: () => ours.wakeLock.request(),
      usb: () => newer(part('usb'), 'requestDevice', { filters: [] }),
      hid: () => newer(part('hid'), 'requestDevice', { filters: [] }),
      serial: () => newer(part('serial'), 'requestPort'),
      bluetooth: () => newer(part('bluetooth'), 'requestDevice', { acceptAllDevices: true }),
      fonts: () => newer(window, 'queryLocalFonts'),
      credentials: () => ours.credentials.get({ publicKey: { challenge: new Uint8Array(16) } }),
    };
    const outcome: string[] = [];
    for (const [name, work] of Object.entries(tries)) {
      try {
        const late = new Promise((_resolve, reject) => {
          setTimeout(() => reject(new Error('no answer')), 1500);
        });
        await Promise.race([work(), late]);
        outcome.push(name);
      } catch {
        // As it should be.
      }
    }
    const states: string[] = [];
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]) {
      const { state } = await ours.permissions.query({ name: name as PermissionName });
      if (state === 'granted') states.push(name);
    }
    const notified = await Notification.requestPermission();
    const picker = typeof Reflect.get(window, 'showOpenFilePicker');
    return { outcome, states, notified, picker };
  });
  expect(got).toEqual({ outcome: [], states: [], notified: 'denied', picker: 'undefined' });
});

test('rubbish over the bridge is answered with a refusal each time', async () => {
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
  }, resolve('out/preload/index.cjs'));
  expect(answers).toEqual({
    elsewhere: 'not-permitted',
    frame: expect.stringMatching(/^(not-permitted|no bridge)$/),
  });
});

test('the log takes a page’s fault on one line, and no more than so much of it', async () => {
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
