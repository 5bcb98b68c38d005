import { statSync } from 'node:fs';

/** Which file lies at a path, whatever its name: undefined when there is none, or where the system cannot tell. */
export type FileIdentity = string | undefined;

/** Takes some microseconds. */
export function fileIdentity(path: string): FileIdentity {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && found.ino !== 0n ? `${found.dev}:${found.ino}` : undefined;
}
