import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weakeningSwitch } from '#main/app/weakening-switch.ts';
import { findIn, sourceFiles } from './source-files.ts';

const all = sourceFiles();
const main = all.filter(({ path }) => path.startsWith('src/main/'));
const renderer = all.filter(({ path }) => path.startsWith('src/renderer/'));
const pathsOf = (found: readonly string[]) => [...new Set(found.map((one) => one.split(':')[0]))];

it('reads enough of the sources to say something about them', () => {
  expect(main.length).toBeGreaterThan(400);
  expect(renderer.length).toBeGreaterThan(200);
});

describe('windows', () => {
  const made = all.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/new BrowserWindow\(\{[^]*?\n {2}\}\);/g), ([options]) => ({ path, options })),
  );

  it('are made in two places, and nothing else shows pages', () => {
    expect(made.map(({ path }) => path)).toEqual([
      'src/main/app/main-window.ts',
      'src/main/documents/print-pdf.ts',
    ]);
    expect(findIn(all, /new BrowserWindow\(/)).toHaveLength(made.length);
    expect(findIn(all, /\b(BrowserView|WebContentsView|BaseWindow|<webview)\b/)).toEqual([]);
  });

  it.each([
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webSecurity: true',
    'webviewTag: false',
  ])('say each for itself: %s', (option) => {
    for (const { path, options } of made) expect([path, options.includes(option)]).toEqual([path, true]);
  });

  it('ask for nothing that takes a wall away', () => {
    for (const { options } of made) {
      expect(options).not.toMatch(
        /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|enableRemote/,
      );
      expect(options).not.toMatch(
        /(sandbox|contextIsolation|webSecurity): false|(nodeIntegration\w*|webviewTag): true/,
      );
    }
  });

  it('load our own page, or the letter that is printed', () => {
    expect(findIn(all, /\.load(URL|File)\([^)]*\)?/)).toEqual([
      'src/main/app/main-window.ts: .loadURL(`${APP_ORIGIN}/`)',
      'src/main/app/revive-window.ts: .loadURL(`${APP_ORIGIN}/?${RESTARTED}=1${hash}`)',
      'src/main/documents/print-pdf.ts: .loadURL(`data:text/html;charset=utf-8;base64,${page}`)',
    ]);
    expect(findIn(all, /\.executeJavaScript|\.insertCSS|setUserAgent|openDevTools/)).toEqual([]);
  });
});

describe('messages between the window and main', () => {
  it('are sent and taken in two files, over three channels', () => {
    expect(pathsOf(findIn(all, /\bipcRenderer\b/))).toEqual(['src/preload/index.ts']);
    expect(pathsOf(findIn(all, /\bipcMain\b/))).toEqual(['src/main/app/window-ipc.ts']);
    const channels = (pattern: RegExp) => findIn(all, pattern).map((one) => one.replace(/^[^']*'|'$/g, ''));
    expect(channels(/ipcMain\.\w+\(\s*'[^']+'/)).toEqual(['dispatch', 'register-dropped']);
    expect(channels(/ipcRenderer\.(invoke|send\w*|postMessage)\(\s*'[^']+'/)).toEqual([
      'dispatch',
      'register-dropped',
    ]);
    expect(channels(/ipcRenderer\.(on|off|once)\(\s*'[^']+'/)).toEqual(['event', 'event']);
    expect(channels(/webContents\.send\(\s*'[^']+'/)).toEqual(['event']);
  });

  it('ask first whose window it is, in every handler', () => {
    const { text } = all.find(({ path }) => path.endsWith('window-ipc.ts')) ?? { text: '' };
    const handlers = text.split('ipcMain.handle(').slice(1);
    expect(handlers).toHaveLength(2);
    for (const handler of handlers) expect(handler).toMatch(/^[^]{0,260}isOurWindow\(event\)/);
  });

  it('go through a preload script that is short enough to read, and gives three functions', () => {
    const text = readFileSync('src/preload/index.ts', 'utf8');
    expect(text.split('\n').length).toBeLessThan(40);
    expect(findIn(all, /exposeInMainWorld\('\w+'/)).toEqual([
      "src/preload/index.ts: exposeInMainWorld('firstDay'",
    ]);
    expect(Array.from(text.matchAll(/^ {2}(\w+): \(/gm), ([, name]) => name)).toEqual([
      'invoke',
      'registerDropped',
      'on',
    ]);
    expect(text.match(/import .* from '[^']+'/g)).toEqual([
      "import { contextBridge, ipcRenderer, webUtils } from 'electron'",
    ]);
  });
});

describe('the program', () => {
  it('makes no text a program: no eval, no markup from strings', () => {
    expect(findIn(all, /\beval\(|new Function\(|\bvm\b\.|node:vm|setTimeout\(\s*['"`]/)).toEqual([]);
    expect(
      findIn(
        renderer,
        /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc/i,
      ),
    ).toEqual([]);
  });

  it('starts no other program, opens no address, and has no network of its own', () => {
    expect(
      findIn(all, /node:(child_process|http|https|http2|net|tls|dgram|dns|cluster|inspector|repl)\b/),
    ).toEqual([]);
    expect(findIn(all, /shell\.(openExternal|openPath|writeShortcutLink)|\bopenExternal\b/)).toEqual([]);
    expect(
      findIn(all, /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|crashReporter|autoUpdater/),
    ).toEqual([]);
  });

  it('reads few variables of the environment, none of which opens what is closed', () => {
    const names = findIn(main, /process\.env\['\w+'\]|env\['\w+'\]/).map((one) =>
      one.replace(/^.*'(\w+)'\]$/, '$1'),
    );
    expect([...new Set(names)].toSorted()).toEqual([
      'FIRST_DAY_DATA',
      'FIRST_DAY_DEBUG',
      'FIRST_DAY_SQLITE_BINDING',
      'FIRST_DAY_TODAY',
      'LOCALAPPDATA',
      'PROGRAMDATA',
      'USERDOMAIN',
      'XDG_DATA_HOME',
    ]);
    expect(pathsOf(findIn(renderer, /process\.env/))).toEqual([]);
  });

  it('does not start, once installed, with an option that opens it to other programs', () => {
    const started = (...names: readonly string[]) => weakeningSwitch((name) => names.includes(name));
    expect(started()).toBeUndefined();
    expect(started('disable-gpu', 'force-device-scale-factor')).toBeUndefined();
    expect(started('remote-debugging-port')).toBe('remote-debugging-port');
    expect(started('lang', 'no-sandbox')).toBe('no-sandbox');
    const entry = readFileSync('src/main/index.ts', 'utf8');
    expect(entry.indexOf('weakeningSwitch(')).toBeLessThan(entry.indexOf('whenReady'));
  });
});
