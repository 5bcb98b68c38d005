import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ROLES, mayDo } from '#shared/permissions/roles.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { NOBODY, type Services, type UserSession } from '#main/features/context.ts';
import { makeFileDesk } from '#main/platform/files/file-desk.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { repeatableRandom, type Below } from '../../builders/repeatable-random.ts';
import type { FilledDatabase } from './filled-database.ts';
import { operationNames as names } from '../fields-of.ts';
import { answeringDialogs, writeFuzzFiles } from './fuzz-files.ts';
import type { LearnedValues } from './learned-values.ts';
import { likelyInput } from './likely-input.ts';
import { spoil } from './spoil.ts';
import { weightOf } from './weights.ts';

export interface Call {
  readonly name: OperationName;
  readonly session: UserSession;
  readonly input: unknown;
}

export interface Round {
  readonly seed: number;
  readonly calls: number;
  /** Begins with a call of each operation, also of those that are called seldom. */
  readonly everyOnce: boolean;
  /** Inputs that an operation took, and what answers said: kept from round to round. */
  readonly done: Map<OperationName, unknown[]>;
  readonly learned: LearnedValues;
  readonly onAnswer: (call: Call, answer: Result<unknown>, milliseconds: number) => void;
  /** A call that threw, hung, or was answered `internal`. */
  readonly onFault: (call: Call, what: string) => void;
}

/** Longer than this a call hangs, in milliseconds. */
const HANGS = 60_000;

const MOST_DONE = 30;

/**
 * Calls operations through the real `dispatch` over a copy of a filled database: likely inputs and spoilt ones, in every
 * role. The same seed makes the same calls. `check` looks at what is left.
 */
export async function fuzzRound(
  filled: FilledDatabase,
  { seed, calls, everyOnce, done, learned, onAnswer, onFault }: Round,
  check: (app: TestApp) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(filled.under, 'round-'));
  cpSync(filled.folder, folder, { recursive: true });
  const app = openTestApp(filled.today, folder);
  const faults: unknown[] = [];
  const { services, fileIds } = hostileServices(app, seed, faults);
  const below = repeatableRandom(seed);
  const bag = names.flatMap((name) => Array.from({ length: weightOf(name) }, () => name));
  const source = { below, real: filled.real, today: filled.today, fileIds };
  const fresh = (name: OperationName) => {
    const near = below(2) === 0 ? learned.rowFor(name, below) : undefined;
    return likelyInput(contract[name].input, { ...source, area: name.split('.')[0] ?? '' }, near);
  };
  for (let made = 0; made < calls; made += 1) {
    const name = (everyOnce ? names[made] : undefined) ?? bag[below(bag.length)] ?? 'app.about';
    const known = done.get(name) ?? [];
    const base = known.length > 0 && below(3) > 0 ? known[below(known.length)] : fresh(name);
    const others = [fresh(names[below(names.length)] ?? name), ...known.slice(-2)];
    const input = below(5) > 1 ? spoil(base, others, below) : base;
    const call = { name, session: sessionFor(name, below), input };
    const started = performance.now();
    try {
      const answer = await inTime(dispatch(services, handlers, call.session, name, input));
      onAnswer(call, answer, performance.now() - started);
      if (!answer.ok && answer.error.code === 'internal') onFault(call, `internal: ${String(faults.pop())}`);
      if (!answer.ok) continue;
      done.set(name, [...known, input].slice(-MOST_DONE));
      // What was asked belongs to the answer: the exclusion whose letters were listed.
      if (contract[name].kind === 'query' || below(4) === 0)
        learned.learn({ ...(isObject(input) ? input : {}), answer: answer.value });
    } catch (error) {
      onFault(call, `thrown: ${String(error)}`);
    }
  }
  await check(app);
  await app.close();
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Mostly a role that may, or nothing but refusals would be seen. */
function sessionFor(name: OperationName, below: Below): UserSession {
  const may = ROLES.filter((role) => mayDo(role, contract[name].permission));
  if (below(24) === 0) return NOBODY;
  const from = below(8) > 0 ? may : ROLES;
  return { userName: 'Fuzz Person', role: from[below(from.length)] ?? 'recorder' };
}

/** The application's own, with files of every kind to name and a log that tells what is behind an internal error. */
function hostileServices({ services, folder }: TestApp, seed: number, faults: unknown[]) {
  const paths = writeFuzzFiles(join(folder, 'files'));
  const files = makeFileDesk(answeringDialogs(join(folder, 'files'), paths));
  const log: Services['log'] = {
    error: (message, error) => {
      faults.push(`${message} ${error instanceof Error ? (error.stack ?? '') : ''}`);
    },
    info: () => undefined,
  };
  let made = 0;
  const newId = () => `fuzz-${String(seed)}-${String((made += 1))}`;
  return {
    services: { ...services, files, log, newId, printPdf: async (html: string) => Buffer.from(html) },
    fileIds: paths.map((path) => files.register(path).fileId),
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(new Error('no answer in a minute')), HANGS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(limit);
  }
}
