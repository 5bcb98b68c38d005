import { execFileSync } from 'node:child_process';

/** Whether a program may have disks of its own here. */
export function mayMount(): boolean {
  try {
    execFileSync('unshare', ['-Urm', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Arguments of `unshare` that run a Node program with a small disk in memory of its own; it ends with the program. */
export const onSmallDisk = (disk: string, program: readonly string[]): string[] => [
  '-Urm',
  'sh',
  '-c',
  'disk="$1"; shift; mount -t tmpfs -o size=64m tmpfs "$disk" && exec "$0" "$@"',
  process.execPath,
  disk,
  ...program,
];
