import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { endWithUs } from './leave-nothing.mjs';

/**
 * Runs a program to its end and keeps what it prints. Never rejects for a failing program: look at
 * `ok`. `timeout` is in milliseconds. `watch`, called twice a second, may return a reason to stop early.
 */
export function runCommand(command, args, { cwd, env, timeout, watch, shell = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let stopped;
    const child = endWithUs(
      spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        shell,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const stop = (reason) => {
      stopped ??= reason;
      child.kill('SIGKILL');
    };
    const limit = timeout && setTimeout(() => stop(`no end after ${timeout / 1000} s`), timeout);
    const look = async () => {
      const why = await watch();
      if (why) stop(why);
    };
    const watcher = watch && setInterval(() => void look(), 500);
    const finish = (ok, code) => {
      clearTimeout(limit);
      clearInterval(watcher);
      const said = stripVTControlCharacters(output);
      resolve({ ok: ok && !stopped, code, output: said, reason: stopped ?? lastLines(said) });
    };
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => {
      output += error.message;
      finish(false, -1);
    });
    child.on('close', (code) => finish(code === 0, code));
  });
}

const lastLines = (text) => text.trim().split('\n').slice(-15).join('\n');
