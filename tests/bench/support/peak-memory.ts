import { readFileSync } from 'node:fs';

/**
 * The highest resident memory of this process so far, in MB. Linux's `maxRSS` begins with the memory of the program that
 * started this one, so the figure of the process itself is read there.
 */
export function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
