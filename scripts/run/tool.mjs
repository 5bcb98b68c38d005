import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { endWithUs } from '../prepare/leave-nothing.mjs';
import { inModules, projectRoot } from '../prepare/paths.mjs';

/**
 * The script behind a tool of node_modules. Run as `node SCRIPT`, it works alike on Windows, where the
 * shortcuts in node_modules/.bin are batch files.
 */
export function toolScript(packageName, binary = packageName) {
  const { bin } = JSON.parse(readFileSync(inModules(packageName, 'package.json'), 'utf8'));
  return inModules(packageName, typeof bin === 'string' ? bin : bin[binary]);
}

/**
 * Runs a program in the project with our own input and output; answers with its exit code. One that
 * still runs after `limit` milliseconds is killed (code 137).
 */
export function runAttached(command, args, env = {}, { cwd = projectRoot, limit } = {}) {
  return new Promise((resolve, reject) => {
    const child = endWithUs(spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' }));
    const timer = limit && setTimeout(() => child.kill('SIGKILL'), limit);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
