import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import type { Arrival } from '../storage/repositories/received-columns.ts';

/** Where the bytes of a file are: on the disk, or in memory (out of a sealed file or the quarantine). */
export interface ReadTask {
  /** Name to show; a file out of an archive is shown behind it. */
  readonly name: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
  /** The seven figures of the only school it may be of. */
  readonly laEstab?: string;
  /** Tried again by itself, so that a school's number given with its columns is meant for it. */
  readonly columnsJustNamed?: boolean;
  /** The school's signing key, of a file that was sealed. */
  readonly signedBy?: string;
}

/** What a reader must know beside the files. */
export interface ReadOrder {
  /** The authority's code; returns of others are refused. */
  readonly authority: string;
  /** The only school to be taken, seven figures. */
  readonly laEstab: string | undefined;
  readonly today: IsoDate;
  /** SHA-256 of returns that are here: they need not be read again. */
  readonly known: ReadonlySet<string>;
  /** Column mappings by the headings they are for. */
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** What the file and the database say of a return together; the rest of its row is for the writer to add. */
export type ReadHead = Omit<Arrival['received'], 'id' | 'schoolName' | 'receivedBy' | 'receivedAt'> & {
  /** As the file calls it. */
  readonly namedAs: string | undefined;
};

/** What reading made of one file. `at` is the place of its task among those of the order. */
export type ReadFile = { readonly at: number; readonly name: string } & (
  | {
      readonly kind: 'return';
      readonly head: ReadHead;
      readonly exclusions: Arrival['exclusions'];
      readonly warnings: readonly FileProblem[];
      /** Of the file it was sealed in. */
      readonly sealedSha256?: string;
    }
  | { readonly kind: 'known'; readonly sha256: string; readonly sealedSha256?: string }
  /** To be opened with the authority's keys first, which are in the database. */
  | { readonly kind: 'sealed'; readonly bytes: Uint8Array; readonly sha256: string }
  | {
      readonly kind: 'refused';
      readonly sha256: string | undefined;
      readonly size: number;
      /** Its bytes, where it is small enough to keep. */
      readonly content: Uint8Array | undefined;
      readonly message: string;
      readonly problems: readonly FileProblem[];
    }
);
