import { runCommand } from './run-command.mjs';

/** Runs npm: the one that started us where there is one, since that one is known to work here. */
export function runNpm(args, options) {
  const started = process.env.npm_execpath;
  if (started?.endsWith('.js')) return runCommand(process.execPath, [started, ...args], options);
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}
