import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const NETWORK_FILE_SYSTEMS = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb',
  'smb2',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  '9p',
]);

/**
 * Why `path` is not on a local disk, or undefined when it is (as far as can be told). SQLite's locking is not
 * reliable on network shares, so a database there can be damaged by two PCs.
 */
export function notLocalDisk(path: string, mounts = readMounts()): string | undefined {
  if (/^\\\\|^\/\//.test(path)) return 'the folder is a network share';
  const full = resolve(path);
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, point = '', type = ''] = line.split(' ');
    const covers = point === '/' || full === point || full.startsWith(`${point}/`);
    if (covers && point.length >= best.point.length) best = { point, type };
  }
  return NETWORK_FILE_SYSTEMS.has(best.type) ? `${dirname(full)} is on a network file system` : undefined;
}

function readMounts(): string {
  return existsSync('/proc/self/mounts') ? readFileSync('/proc/self/mounts', 'utf8') : '';
}
