import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { isTold, toldBeyond } from '#shared/contract/told-to-others.ts';
import type { FieldError, Result } from '#shared/kernel/result.ts';
import { refuse } from '#shared/kernel/result.ts';
import type { z } from 'zod';
import { describeError } from '../platform/log.ts';
import { writeAudit } from '../security/audit.ts';
import {
  StoreBusyError,
  StoreNotOpenError,
  StoreOutcomeUnknownError,
  StoreReplacedError,
  StoreUnreachableError,
  type Db,
} from '../storage/store.ts';
import { backUpFirst } from './back-up-first.ts';
import { explainFailure } from './explain-failure.ts';
import type { Envelope } from '../features/envelope.ts';
import { gate, openEnough } from './gate.ts';
import { clockOf, idsOf, mayGoOn, sentLaterAs } from '../features/away.ts';
import { givenAway, keepForLater } from '../features/keep-for-later.ts';
import { answerOnce } from '../features/answer-once.ts';
import { suspectDamage } from './suspect-damage.ts';
import { presentSession } from '../features/present-session.ts';
import { record } from '../features/record.ts';
import {
  JobCancelledError,
  type Changed,
  type Context,
  type Handlers,
  type JobReporter,
  type Services,
  type UserSession,
} from '../features/context.ts';

export const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

/**
 * The one way in: known, permitted, valid, handled, valid. Never throws; an unexpected failure becomes an `internal`
 * error with a reference that the log repeats. What the audit trail keeps beside a command's own rows is noted on the
 * way out.
 */
export async function dispatch(
  services: Services,
  handlers: Handlers,
  session: UserSession,
  name: string,
  input: unknown,
  job: JobReporter = quietJob,
  envelope: Envelope = {},
): Promise<Result<unknown>> {
  if (!isOperation(name)) return refuse('unknown-operation', `There is no operation called “${name}”.`);
  const operation: Operation = contract[name];
  const trail: Question['trail'] = { noted: false, session };
  const result = await answer(services, handlers, { session, name, operation, input, job, trail, envelope });
  record(services, { ...trail, name, operation, input, result });
  return result;
}

interface Question {
  readonly session: UserSession;
  readonly name: OperationName;
  readonly operation: Operation;
  readonly input: unknown;
  readonly job: JobReporter;
  readonly envelope: Envelope;
  /** Who it turned out to be, and whether the handler left rows in the audit trail. */
  readonly trail: { noted: boolean; session: UserSession };
}

async function answer(services: Services, handlers: Handlers, question: Question): Promise<Result<unknown>> {
  const { session, name, operation, input } = question;
  const open = openEnough(services.office?.standing(), operation);
  if (!open.ok) return open;
  const may = gate(session, operation);
  if (!may.ok) return may;
  const parsed = operation.input.safeParse(input);
  if (!parsed.success)
    return refuse('invalid-input', 'Some of what was entered needs correcting.', {
      fields: fieldErrors(parsed.error),
    });
  const goesOn = mayGoOn(services.away, name, operation);
  if (!goesOn.ok) return goesOn;
  const wasAway = services.away?.standing() !== undefined;
  try {
    const working = await presentSession(services, session, operation);
    if (!working.ok) return working;
    question.trail.session = working.value;
    const safe = await backUpFirst(services, operation, question.job);
    if (!safe.ok) return safe;
    // The input was parsed by the schema of this very operation, which is what its handler takes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const handler = handlers[name] as (context: Context, input: unknown) => Promise<Result<unknown>>;
    const result = await handler(
      makeContext(services, { ...question, session: working.value, input: parsed.data }),
      parsed.data,
    );
    if (!result.ok) return result;
    const checked = operation.output.safeParse(result.value);
    if (checked.success) return { ok: true, value: checked.data };
    // The handler has finished: a command may have been done, and the sentence must not say otherwise.
    const undone = operation.kind === 'query';
    return internalError(services, name, new Error(`output: ${describeIssues(checked.error)}`), undone);
  } catch (error) {
    if (error instanceof JobCancelledError) return refuse('cancelled', 'Cancelled. Nothing was changed.');
    if (error instanceof StoreBusyError) {
      return refuse(
        'busy',
        'Another program is using the database. Nothing was changed; try again in a moment.',
      );
    }
    if (error instanceof StoreReplacedError || error instanceof StoreNotOpenError)
      return refuse('not-open', error.message);
    if (!wasAway && (await goesAway(services, question, error))) return answer(services, handlers, question);
    if (error instanceof StoreUnreachableError)
      return refuse('unreachable', `${error.message} Nothing was changed.`);
    if (error instanceof StoreOutcomeUnknownError) return refuse('unreachable', error.message);
    const damage = suspectDamage(services, name, error);
    if (damage) return damage;
    const failure = explainFailure(error, operation);
    if (failure) services.log.error(`${name} could not be done`, error);
    return failure ?? internalError(services, name, error);
  }
}

/** Whether the server was lost, and the question can be put again to what is kept of it on this PC. */
async function goesAway({ away }: Services, { name, envelope }: Question, error: unknown): Promise<boolean> {
  if (!away || !(error instanceof StoreUnreachableError || error instanceof StoreOutcomeUnknownError))
    return false;
  const begun = await away.begin();
  if (error instanceof StoreUnreachableError) return begun;
  // It may have been done: under its own id it can be sent again, and is done once.
  return begun && sentLaterAs(name) !== undefined && envelope.commandId !== undefined;
}

function makeContext(services: Services, question: Question): Context {
  const { session, name, operation, job, trail, envelope } = question;
  const { store, clock } = services;
  const ids =
    envelope.commandId !== undefined && store.engine === 'postgres' ? idsOf(envelope.commandId) : undefined;
  const once = answerOnce(services, { session, name, operation, envelope });
  const leaves = operation.records === 'export' || operation.records === 'print';
  return {
    ...services,
    ...(ids ? { newId: ids.next } : {}),
    ...(envelope.given ? { clock: clockOf(envelope.given) } : {}),
    session,
    job,
    read: (work) => store.read(work),
    change: async <T>(work: (db: Db) => Promise<Result<Changed<T>>>) => {
      const receipt = once();
      const begin = ids?.mark();
      const result = await store.write(async (db) => {
        const earlier = await receipt.find<T>(db);
        if (earlier) return earlier.ok ? done(earlier.value, false) : earlier;
        begin?.();
        const changed = await work(db);
        if (!changed.ok) return changed;
        const notes = [changed.value.audit].flat().map((note) => givenAway(note, envelope));
        const { by = session } = changed.value;
        await writeAudit(db, by, name, clock.now(), notes, leaves ? 'left' : 'done');
        if (!changed.value.quiet && isTold(name))
          await db.announce?.({ operation: name, from: services.programId ?? '', beyond: toldBeyond(name) });
        await receipt.keep(db, changed.value.value);
        await keepForLater(services, { ...question, notes }, db);
        return done(changed.value.value, notes.length > 0);
      });
      if (!result.ok) return result;
      // Only what was committed: the work may have been done, undone and done again.
      trail.noted ||= result.value.noted;
      return { ok: true, value: result.value.of };
    },
  };
}

/** What a transaction came to, and whether it left rows in the trail. */
const done = <T>(of: T, noted: boolean) => ({ ok: true as const, value: { of, noted } });

const quietJob: JobReporter = { progress: () => undefined, checkCancelled: () => undefined };

function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

const UNDONE = 'The step under way was undone; try again.';

const PERHAPS_DONE = 'It may have been done all the same: look before you try again.';

/** Paths and codes only: an output may hold personal data. */
function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join('; ');
}

function internalError(services: Services, name: string, error: unknown, undone = true): Result<never> {
  const reference = services.newId().slice(0, 8);
  services.log.error(`${name} failed, reference ${reference}`, error);
  if (process.env['FIRST_DAY_DEBUG'])
    process.stderr.write(`${name}: ${describeError(error)}\n${String(error)}\n`);
  return {
    ok: false,
    error: {
      code: 'internal',
      message: `Something went wrong in the program. ${undone ? UNDONE : PERHAPS_DONE} Report it with the reference ${reference} if it happens again.`,
      reference,
    },
  };
}
