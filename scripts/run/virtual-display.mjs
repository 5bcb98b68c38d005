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
