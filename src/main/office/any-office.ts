import type { OfficeDesk, OfficeStanding } from '../features/office-desk.ts';
import type { PostgresPlace } from '../storage/engines/postgres/place.ts';
import type { Store } from '../storage/store.ts';

/** What a thread of its own opens the database with; it is told in memory only. */
export type JobPlace =
  | { readonly kind: 'file'; readonly file: string; readonly key: string }
  | { readonly kind: 'server'; readonly place: PostgresPlace };

/** The database that a program works on: a file of this PC, or a shared one on a server. */
export interface AnyOffice {
  /** Stands in for the real one, whatever is open at present. */
  readonly store: Store;
  readonly desk: OfficeDesk;
  /** Throws `StoreNotOpenError` while nothing is open. */
  jobPlace(): JobPlace;
  /** Opens the database, makes or encrypts it when that is needed, or finds out why it cannot be opened. */
  start(): Promise<OfficeStanding>;
  close(): Promise<void>;
}
