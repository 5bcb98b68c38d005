import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';

export interface FileHandle {
  readonly fileId: string;
  readonly name: string;
  /** Bytes; 0 for a file that is yet to be written. */
  readonly size: number;
}

export type OpenPurpose =
  'pupil-file' | 'return-files' | 'return-folder' | 'list-files' | 'register-file' | 'letterhead';

/** How a person is asked for a place in the file system: dialogs in the window, nothing on the command line. */
export interface FileDialogs {
  /** Paths chosen, or none when cancelled. A folder is given as itself. */
  chooseOpen(purpose: OpenPurpose): Promise<readonly string[]>;
  chooseSave(suggestedName: string): Promise<string | undefined>;
  chooseFolder(): Promise<string | undefined>;
  showInFolder(path: string): void;
}

/**
 * Keeps paths in main and hands out opaque ids, so that the window can only reach files that a person chose.
 */
export interface FileDesk extends FileDialogs {
  /** Registers a path chosen by a person (dialog, drop, command line). */
  register(path: string): FileHandle;
  /** The path behind an id, or undefined for an id that was never given out. */
  pathOf(fileId: string): string | undefined;
  /** All ids with their paths, to hand to a worker. */
  snapshot(): Readonly<Record<string, string>>;
  /** Takes over ids that another thread's desk has given out. */
  adopt(known: Readonly<Record<string, string>>): void;
}

/** `known`: ids that another thread's desk has given out already. */
export function makeFileDesk(dialogs: FileDialogs, known: Readonly<Record<string, string>> = {}): FileDesk {
  const paths = new Map(Object.entries(known));
  return {
    ...dialogs,
    register(path) {
      const fileId = randomUUID();
      paths.set(fileId, path);
      return { fileId, name: basename(path), size: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
    },
    pathOf: (fileId) => paths.get(fileId),
    snapshot: () => Object.fromEntries(paths),
    adopt(more) {
      for (const [fileId, path] of Object.entries(more)) paths.set(fileId, path);
    },
  };
}

/** For the command line and for workers, where nobody can be asked. */
export const noDialogs: FileDialogs = {
  chooseOpen: async () => [],
  chooseSave: async () => undefined,
  chooseFolder: async () => undefined,
  showInFolder: () => undefined,
};
