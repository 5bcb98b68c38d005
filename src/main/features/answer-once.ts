import type { Operation } from '#shared/contract/operation.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Services, UserSession } from './context.ts';
import {
  findReceipt,
  insertReceipt,
  removeReceiptsBefore,
} from '../storage/repositories/command-receipts.ts';
import type { Db } from '../storage/store.ts';
import type { Envelope } from './envelope.ts';

interface Asked {
  readonly session: UserSession;
  readonly name: string;
  readonly operation: Operation;
  readonly envelope: Envelope;
}

/** For one change of a command. Both run inside its transaction. */
interface OneChange {
  /** What it came to when it was done before; undefined: it was not. */
  find<T>(db: Db): Promise<Result<T> | undefined>;
  keep(db: Db, value: unknown): Promise<void>;
}

/** How long a command given again is known, in days. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

const NEVER_BEFORE: OneChange = { find: async () => undefined, keep: async () => undefined };

/**
 * Lets a command that carries an id be done once in a shared database, however often it is sent: an answer may be lost on
 * the way. Each call gives the next change of the command, which finds the receipt of its first time, or leaves one.
 */
export function answerOnce(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { session, name, operation, envelope: { commandId } }: Asked,
): () => OneChange {
  // Signing in and out and locking: whoever gives the command is somebody else before and after.
  const counts = operation.kind === 'command' && operation.permission !== 'anyone';
  if (commandId === undefined || !counts || store.engine !== 'postgres') return () => NEVER_BEFORE;
  // The login, which stays the same where a command changes somebody's own name.
  const giver = () => store.login?.name ?? session.userName;
  let changes = 0;
  return () => {
    changes += 1;
    const id = changes === 1 ? commandId : `${commandId}:${String(changes)}`;
    return {
      find: async <T>(db: Db): Promise<Result<T> | undefined> => {
        const receipt = await findReceipt(db, id);
        if (!receipt) return undefined;
        if (receipt.operation !== name || receipt.userName !== giver())
          return refuse('conflict', 'Another command was sent under this number. Nothing was changed.');
        if (!isAnswer(receipt.result)) return ALREADY_DONE;
        // It is what this very change gave the first time.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return { ok: true, value: receipt.result.answer as T };
      },
      keep: async (db, value) => {
        const at = clock.now();
        const answer = operation.secretAnswer ? undefined : operation.output.safeParse(value);
        const result = answer?.success ? { answer: answer.data } : {};
        await insertReceipt(db, { id, operation: name, userName: giver(), at, result });
        await removeReceiptsBefore(db, new Date(Date.parse(at) - KEPT_DAYS * DAY).toISOString());
      },
    };
  };
}

const ALREADY_DONE = refuse(
  'conflict',
  'This was done already, and its answer is not kept. Nothing was done a second time: look before you go on.',
);

const isAnswer = (result: unknown): result is { readonly answer: unknown } =>
  typeof result === 'object' && result !== null && 'answer' in result;
