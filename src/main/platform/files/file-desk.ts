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
  | 'pupil-file'
  | 'transfer-file'
  | 'return-files'
  | 'return-folder'
  | 'list-files'
  | 'register-file'
  | 'attendance-file'
  | 'letterhead'
  | 'join-file'
  | 'grid-files'
  | 'grid-folder'
  | 'upn-list'
  | 'criteria-file';

/**
 * What an id is good for: reading what a person chose; writing there too (a place that was named for it); or nothing, for
 * a file of a kind that is never read.
 */
export type FileUse = 'read' | 'write' | 'none';

interface KnownFile {
  readonly path: string;
  readonly use: FileUse;
}

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
  /** Registers a path chosen by a person (dialog, drop, command line), for reading unless told otherwise. */
  register(path: string, use?: FileUse): FileHandle;
  /** The path behind an id, or undefined for an id that was never given out. */
  pathOf(fileId: string): string | undefined;
  /**
   * The path behind an id that may be written to. Undefined for what was chosen to be read: a page could otherwise have
   * an export put over it.
   */
  placeOf(fileId: string): string | undefined;
  /** All ids with their paths, to hand to a worker. */
  snapshot(): KnownFiles;
  /** Takes over ids that another thread's desk has given out. */
  adopt(known: KnownFiles): void;
}

export type KnownFiles = Readonly<Record<string, KnownFile>>;

/** `known`: ids that another thread's desk has given out already. */
export function makeFileDesk(dialogs: FileDialogs, known: KnownFiles = {}): FileDesk {
  const files = new Map(Object.entries(known));
  return {
    ...dialogs,
    register(path, use = 'read') {
      const fileId = randomUUID();
      files.set(fileId, { path, use });
      return { fileId, name: basename(path), size: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
    },
    pathOf: (fileId) => pathFor(files.get(fileId), ['read', 'write']),
    placeOf: (fileId) => pathFor(files.get(fileId), ['write']),
    snapshot: () => Object.fromEntries(files),
    adopt(more) {
      for (const [fileId, file] of Object.entries(more)) files.set(fileId, file);
    },
  };
}

const pathFor = (file: KnownFile | undefined, uses: readonly FileUse[]): string | undefined =>
  file !== undefined && uses.includes(file.use) ? file.path : undefined;

/** For the command line and for workers, where nobody can be asked. */
export const noDialogs: FileDialogs = {
  chooseOpen: async () => [],
  chooseSave: async () => undefined,
  chooseFolder: async () => undefined,
  showInFolder: () => undefined,
};
