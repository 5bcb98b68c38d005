import { rmSync } from 'node:fs';

const children = new Set();
const folders = new Set();
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
let installed = false;

/** Remembers a child process that must not outlive us. */
export function endWithUs(child) {
  install();
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Remembers a temporary folder that must not outlive us. */
export function removeWithUs(folder) {
  install();
  folders.add(folder);
  return folder;
}

/** Removes a temporary folder now. */
export function removeNow(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

function cleanUp() {
  for (const child of children) child.kill('SIGTERM');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function install() {
  if (installed) return;
  installed = true;
  process.once('exit', cleanUp);
  for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(code));
}
