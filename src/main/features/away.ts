import { createHash } from 'node:crypto';
import type { OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { clockTime } from '#shared/text/clock-time.ts';
import type { AwayDesk } from './away-desk.ts';

/**
 * Commands that are done on this PC while the server is away and sent to it afterwards: what an exclusion and its letters
 * need. Paper that was printed is told afterwards, too.
 */
const SENT_LATER: Partial<Record<OperationName, OperationName>> = {
  'exclusions.save-draft': 'exclusions.save-draft',
  'exclusions.issue': 'exclusions.issue',
  'exclusions.discard-draft': 'exclusions.discard-draft',
  'letters.save': 'letters.save',
  'letters.issue': 'letters.issue',
  'letters.export': 'outbox.printed',
};

/** As which operation a command is sent when the server is back; undefined: it is none that can wait. */
export const sentLaterAs = (name: OperationName): OperationName | undefined => SENT_LATER[name];

/** What is only of this PC and this window. */
const HERE = /^(?:session\.(?!change-password)|forms\.|app\.|jobs\.|sharing\.)/;

/** Commands that wait in one outbox at most. */
const MOST = 500;

/** Whether a command can be given while the server is away; everything can while it answers. */
export function mayGoOn(away: AwayDesk | undefined, name: OperationName, operation: Operation): Result<true> {
  const standing = away?.standing();
  if (!away || !standing || operation.kind === 'query' || HERE.test(name)) return { ok: true, value: true };
  const gone = `The shared database cannot be reached since ${clockTime(standing.since)}.`;
  if (sentLaterAs(name) === undefined) {
    return refuse(
      'unreachable',
      BOOKS.test(name)
        ? `${gone} Places are booked in the live book, so that none is given away twice. Nothing was booked; book when it is back.`
        : `${gone} This waits for it. Nothing was changed; do it when it is back.`,
    );
  }
  if (away.entries().length < MOST) return { ok: true, value: true };
  return refuse(
    'refused',
    `${gone} ${String(MOST)} commands wait to be sent, and there is no room for more. Nothing was changed.`,
  );
}

const BOOKS = /^(?:places|planner|waiting|stays)\./;

/** Ids that follow from a command’s own: what it makes here and at the server has the same. */
export function idsOf(commandId: string): {
  readonly next: () => string;
  /** Gives how to come back to where it stands now. */
  readonly mark: () => () => void;
} {
  let count = 0;
  return {
    next: () => {
      count += 1;
      const hash = createHash('sha256')
        .update(`${commandId}:${String(count)}`)
        .digest('hex');
      const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
      return [...parts, hash.slice(20, 32)].join('-');
    },
    mark: () => {
      const stood = count;
      return () => (count = stood);
    },
  };
}

/** The clock of the moment a command was given in. */
export const clockOf = ({ at, day }: { readonly at: string; readonly day: string }): Clock => ({
  now: () => at,
  today: () => day,
});
