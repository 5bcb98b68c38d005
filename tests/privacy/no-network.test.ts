import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Modules and functions that could talk to another machine. */
const NETWORK =
  /from '(?:node:)?(?:https?|http2|net|dns|tls|dgram)(?:\/promises)?'|(?:import|require)\(['"](?:node:)?(?:https?|http2|net|dns|tls|dgram)['"]\)|(?<![.\w])fetch\(|\bnet\.(?:request|fetch)\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon|autoUpdater|crashReporter/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => join('src', name));

it('no part of the program talks to another machine: no telemetry, no updates, no reports', () => {
  expect(sources.length).toBeGreaterThan(900);
  expect(sources.filter((file) => NETWORK.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it.each([
  `import { request } from 'node:https';`,
  `await fetch('x')`,
  `new WebSocket(url)`,
  `net.request(url)`,
])('would find %s', (code) => expect(code).toMatch(NETWORK));
