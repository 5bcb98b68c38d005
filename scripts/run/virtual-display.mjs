import { spawn } from 'node:child_process';
import { endWithUs } from '../prepare/leave-nothing.mjs';
import { SetupError } from '../prepare/setup-error.mjs';

/** Large enough for the smallest office screen that we design for. */
const SCREEN = '1366x768x24';
const START_LIMIT = 15_000;

/** True on Linux when no screen can be reached; Windows and macOS always have one. */
export const hasNoDisplay = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * Starts a screen in memory on a free display number; `env` is for the programs that draw on it.
 * Elsewhere than on Linux it does nothing, since there tests use the real screen.
 */
export async function startVirtualDisplay() {
  if (process.platform !== 'linux') return { env: {}, stop: async () => {} };
  // The server itself picks the number and writes it to the pipe once it accepts windows.
  const child = endWithUs(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    }),
  );
  const number = await displayNumber(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  // A Wayland session of the user would otherwise be preferred to this screen.
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }, stop };
}

/**
 * Several screens, so that tests can drive as many windows at once, each with the focus of its own screen. `env` names
 * them all in FIRST_DAY_DISPLAYS, and the first as DISPLAY. Where there is a real screen, that one is all there is.
 */
export async function startVirtualDisplays(count) {
  if (process.platform !== 'linux') return { env: {}, stop: async () => {} };
  const displays = [];
  // One after the other: two servers that start at once try for the same number.
  for (let at = 0; at < count; at += 1) displays.push(await startVirtualDisplay());
  return {
    env: {
      ...displays[0].env,
      FIRST_DAY_DISPLAYS: displays.map(({ env }) => env.DISPLAY).join(','),
    },
    stop: async () => {
      await Promise.all(displays.map(({ stop }) => stop()));
    },
  };
}

function displayNumber(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) =>
      reject(new SetupError(`The screen in memory (Xvfb) did not start: ${why}\n${said}`));
    const limit = setTimeout(() => fail('it gave no sign of life'), START_LIMIT);
    child.stderr.on('data', (data) => (said += data));
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code}`));
    child.stdio[3].once('data', (data) => {
      clearTimeout(limit);
      resolve(Number(data.toString()));
    });
  });
}
