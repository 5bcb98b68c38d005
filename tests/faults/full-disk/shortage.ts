import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';

/** A way to make the disk of a folder run full at a chosen point, and to give it room again. */
export interface Shortage {
  readonly name: string;
  roomy(): void;
  /** From now on there is room for so many bytes more. */
  allow(bytes: number): void;
}

const ROOMY = 64 * 1024 * 1024;

/** The folder is a small disk in memory of its own; its size is changed while it is in use. */
export function smallDisk(folder: string): Shortage {
  const resize = (bytes: number) => {
    execFileSync('mount', ['-o', `remount,size=${String(bytes)}`, folder]);
  };
  return {
    name: 'small disk',
    roomy: () => resize(ROOMY),
    allow: (bytes) => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      resize((blocks - bfree) * bsize + bytes);
    },
  };
}

/** This process may write no file longer than so many bytes: each further write fails. Where no disk may be mounted. */
export function shortFiles(): Shortage {
  const limit = (bytes: string) => {
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
  };
  return { name: 'short files', roomy: () => limit('unlimited'), allow: (bytes) => limit(String(bytes)) };
}
