import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { openFileLog } from '#main/app/file-log.ts';
import { describeError, type Log } from '#main/platform/log.ts';
import type { Db } from '#main/storage/store.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { setUpSchool } from '../builders/school.ts';

const PUPIL = {
  forename: 'Zebedee',
  surname: 'Quillfeather',
  upn: 'A990400100777',
  dob: '2011-10-05',
  address: '14 Hidden Lane',
  file: 'Quillfeather exclusion.csv',
};

let app: TestApp;
let folder: string;
let lines: string[];
let log: Log;

beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
  folder = mkdtempSync(join(tmpdir(), 'first-day-logs-'));
  lines = [];
  const file = openFileLog(folder);
  log = {
    error: (message, error) => {
      lines.push(message, error === undefined ? '' : describeError(error));
      file.error(message, error);
    },
    info: (message) => {
      lines.push(message);
      file.info(message);
    },
  };
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const administrator = { userName: 'Ada', role: 'administrator' as const };

/** A database that answers every question with an error that quotes a record, over several lines. */
const failing = (): never => {
  const { forename, surname, upn, dob, address } = PUPIL;
  throw Object.assign(
    new Error(`UNIQUE failed: ${forename} ${surname}, ${upn}\n    at ${address}\nborn ${dob}`, {
      cause: new Error(`in ${PUPIL.file}: ${surname}`),
    }),
    { code: `${surname} ${upn}` },
  );
};

async function written(): Promise<string> {
  // The log is written behind the caller's back.
  await sleep(200);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return [...lines, ...files.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\n');
}

it('has nothing of a record, whatever operation fails and whatever its error says', async () => {
  const services = {
    ...app.services,
    log,
    store: {
      ...app.services.store,
      read: async <T>(_work: (db: Db) => Promise<T>): Promise<T> => failing(),
      write: async <T>(_work: (db: Db) => Promise<T>): Promise<T> => failing(),
    },
  };
  const own = Object.values(PUPIL).join(' ');
  let failed = 0;
  for (const name of Object.keys(contract) as OperationName[]) {
    for (const input of [{}, { text: own, pupilId: own.slice(0, 60), id: 'x', upn: PUPIL.upn }]) {
      const result = await dispatch(services, handlers, administrator, name, input);
      if (!result.ok && result.error.code === 'internal') failed += 1;
    }
  }
  expect(failed).toBeGreaterThan(40);
  const text = await written();
  expect(text).toContain('failed, reference');
  for (const value of Object.values(PUPIL)) expect([value, text.includes(value)]).toEqual([value, false]);
});

it('has nothing of what an answer held that broke the contract', async () => {
  const broken = { ...handlers, 'pupils.list': async () => ({ ok: true as const, value: PUPIL as never }) };
  const result = await dispatch({ ...app.services, log }, broken, administrator, 'pupils.list', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
  for (const value of Object.values(PUPIL)) expect(await written()).not.toContain(value);
});

it('keeps the class, the code and the places of an error', () => {
  const error = Object.assign(new Error('a message'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
  const text = describeError(error);
  expect(text).toMatch(/^Error SQLITE_CONSTRAINT_UNIQUE\n {4}at .*logs\.test\.ts:\d+:\d+/);
  expect(text).not.toContain('a message');
});
