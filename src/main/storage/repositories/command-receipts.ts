import { eq, lt } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** That a command was done, and what it answered; `result` is a JSON value. */
export interface CommandReceipt {
  readonly id: string;
  readonly operation: string;
  readonly userName: string;
  /** UTC ISO. */
  readonly at: string;
  readonly result: unknown;
}

export async function findReceipt(db: Db, id: string): Promise<CommandReceipt | undefined> {
  const { commandReceipts } = db.tables;
  const [row] = await db.select().from(commandReceipts).where(eq(commandReceipts.id, id)).limit(1);
  return row;
}

export async function insertReceipt(db: Db, receipt: CommandReceipt): Promise<void> {
  await db.insert(db.tables.commandReceipts).values(receipt);
}

/** In a shared database just those that whoever works may remove: their own. */
export async function removeReceiptsBefore(db: Db, at: string): Promise<void> {
  await db.delete(db.tables.commandReceipts).where(lt(db.tables.commandReceipts.at, at));
}
