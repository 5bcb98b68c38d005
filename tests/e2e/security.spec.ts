import { expect, test } from '@playwright/test';
import { startHostilePage } from './support/hostile-page.ts';

// A page that somebody has taken over tries everything it can think of, in the real window.

const hostile = startHostilePage();

test('nothing leaves the window, whatever way it is asked for', async () => {
  const { page, outside } = hostile();
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
    // Trusted types throw for some addresses when they are set: that counts as refused.
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
  const { running, page, outside } = hostile();
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
  const { page } = hostile();
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
  const { page, outside } = hostile();
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
  const { page } = hostile();
  const had = await page.evaluate(async () => {
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
  expect(had).toEqual({ outcome: [], states: [], notified: 'denied', picker: 'undefined' });
});
