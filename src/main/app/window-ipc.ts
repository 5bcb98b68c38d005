import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { statSync } from 'node:fs';
import { z } from 'zod';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { backUpFirst } from '../api/back-up-first.ts';
import { dispatch, isOperation } from '../api/dispatch.ts';
import { openEnough } from '../api/gate.ts';
import { handlers } from '../api/handlers.ts';
import type { Services, UserSession } from '../features/context.ts';
import type { FileUse } from '../platform/files/file-desk.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import type { JobRunner } from './job-runner.ts';

interface Answerer {
  /** Of the database that the window works on at this moment. */
  readonly services: () => Services;
  readonly jobs: JobRunner;
  readonly send: (event: AppEvent) => void;
  /** Who is asking at this moment: nobody while the window is locked. */
  readonly session: () => Promise<UserSession>;
  /** Somebody gave a command: they are there. Queries also come by themselves. */
  readonly onCommand: () => void;
}

/** A form that is left open gives its sign of life whether anybody sits there or not. */
const isByItself = (name: OperationName): boolean => name.startsWith('editing.');
const commandId = z.uuid();

const droppedPaths = z.array(z.string().min(1).max(4096)).max(10_000);

/** The only two messages the window can send: run an operation, and turn dropped files into ids. */
export function answerWindow({ services: servicesNow, jobs, send, session, onCommand }: Answerer): void {
  ipcMain.handle('dispatch', async (event, ...said: unknown[]): Promise<Result<unknown>> => {
    const [name, input, given] = said;
    const id = commandId.safeParse(given);
    if (!isOurWindow(event)) return refuse('not-permitted', 'Only First Day’s own window may ask.');
    if (typeof name !== 'string' || !isOperation(name))
      return refuse('unknown-operation', 'There is no such operation.');
    const operation: Operation = contract[name];
    const envelope = id.success ? { commandId: id.data } : {};
    const working = await session();
    const services = servicesNow();
    if (operation.kind === 'command' && operation.permission !== 'anyone' && !isByItself(name)) onCommand();
    // What is not permitted or not valid is refused here and now, not in a thread of its own.
    const sound =
      openEnough(services.office?.standing(), operation).ok &&
      mayDo(working.role, operation.permission) &&
      operation.input.safeParse(input).success;
    const result = await (sound && operation.long
      ? runLong(services, jobs, name, () => jobs.run(name, input, working, services.files))
      : sound && operation.followed
        ? jobs.follow(name, (job) => dispatch(services, handlers, working, name, input, job, envelope))
        : dispatch(services, handlers, working, name, input, undefined, envelope));
    if (result.ok && operation.kind === 'command') {
      send({ type: 'done', operation: name });
    }
    return result;
  });

  ipcMain.handle('register-dropped', (event, paths: unknown) => {
    const parsed = droppedPaths.safeParse(paths);
    if (!isOurWindow(event) || !parsed.success) return [];
    return parsed.data.map((path) => servicesNow().files.register(path, useOf(path)));
  });
}

/** Where a backup comes first it is made here: the work’s own thread has only its connection. */
async function runLong(
  services: Services,
  jobs: JobRunner,
  name: OperationName,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const operation: Operation = contract[name];
  const safe = operation.backsUpFirst
    ? await jobs.follow(name, (job) => backUpFirst(services, operation, job))
    : ok(true);
  if (!safe.ok) return safe;
  const result = await run();
  // Of a fault in another thread only its result is here; it may have been a damaged page.
  if (!result.ok && ['internal', 'not-open'].includes(result.error.code)) void services.backups?.checkNow();
  return result;
}

/** What is dropped to be read: returns, pupil lists, letterheads, and what people send in their place; or a folder. */
const READ_FROM_DROP = /\.(xml|csv|txt|xlsx?|ods|docx?|zip|pdf|sealed|age)$/i;

/**
 * The paths come from the window's process, which somebody may have taken over: a file of any other kind gets an id, so
 * that it can be named in an answer, but none that opens it.
 */
const useOf = (path: string): FileUse =>
  READ_FROM_DROP.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? 'read'
    : 'none';

/** The top frame of our page; anything else (a frame, another origin) is refused. */
function isOurWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
}
