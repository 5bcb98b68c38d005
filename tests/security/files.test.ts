import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ROLES, mayDo } from '#shared/permissions/roles.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { processorTime } from '../builders/processor-time.ts';
import { repeatableRandom } from '../builders/repeatable-random.ts';
import { fieldsOf, operationNames } from './fields-of.ts';
import { likelyInput } from './fuzz/likely-input.ts';
import { readRealValues, type RealValues } from './fuzz/real-values.ts';
import { writeHostileFiles } from './hostile-files.ts';
import { findIn, sourceFiles } from './source-files.ts';

let app: TestApp;
let real: RealValues;
beforeAll(async () => {
  app = openTestApp();
  await app.must('setup.load-demonstration', {});
  real = await readRealValues(app.services.store);
});
afterAll(() => app.close());

const reading = operationNames.filter(
  (name) => fieldsOf(name).has('fileId') || fieldsOf(name).has('fileIds'),
);
const writing = operationNames.filter((name) => fieldsOf(name).has('destination'));

/** An input that the operation takes, with `ids` for the files it names. */
function inputFor(name: OperationName, ids: Readonly<Record<string, unknown>>): unknown {
  const below = repeatableRandom(7);
  const area = name.split('.')[0] ?? '';
  for (let tries = 0; tries < 500; tries += 1) {
    const likely = likelyInput(contract[name].input, {
      below,
      real,
      today: '2025-11-12',
      fileIds: ['none'],
      area,
    });
    const input = { ...(likely as object), ...ids };
    if (contract[name].input.safeParse(input).success) return input;
  }
  throw new Error(`No input was found that ${name} takes.`);
}

function ask(name: OperationName, ids: Readonly<Record<string, unknown>>): Promise<Result<unknown>> {
  const role = ROLES.find((one) => mayDo(one, contract[name].permission)) ?? 'administrator';
  return dispatch(app.services, handlers, { userName: 'Test Person', role }, name, inputFor(name, ids));
}

/** What an operation is asked to read. */
const named = (name: OperationName, fileId: string) =>
  fieldsOf(name).has('fileIds') ? { fileIds: [fileId] } : { fileId };

describe('the window names files', () => {
  it('by fields that hold ids, and nothing else: no field of any operation takes a path, an address or a statement', () => {
    const keys = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const def: unknown = Reflect.get(schema, 'def');
      if (typeof def !== 'object' || def === null) return;
      for (const part of ['innerType', 'element', 'valueType'] as const) walk(Reflect.get(def, part));
      for (const part of ['options', 'items'] as const)
        for (const one of (Reflect.get(def, part) as unknown[] | undefined) ?? []) walk(one);
      for (const [key, value] of Object.entries((Reflect.get(def, 'shape') as object | undefined) ?? {})) {
        keys.add(key);
        walk(value);
      }
    };
    for (const name of operationNames) walk(contract[name].input);
    expect(keys.size).toBeGreaterThan(100);
    expect(
      [...keys].filter((key) =>
        /path|folder|director|url|href|link|command|sql|host$|script|html/i.test(key),
      ),
    ).toEqual([
      // The centre that hosts a provider: a name.
      'host',
      // The id of a folder that somebody chose to look for backups in.
      'folder',
    ]);
    expect([...keys].filter((key) => /file/i.test(key)).toSorted()).toEqual(['fileId', 'fileIds']);
  });

  const INVENTED = [
    '/etc/passwd',
    '../../etc/passwd',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '__proto__',
    'constructor',
    'x',
  ];

  it.each(reading)('%s reads nothing for an id that main never gave', async (name) => {
    for (const fileId of INVENTED) {
      const answer = await ask(name, named(name, fileId));
      expect(JSON.stringify(answer)).not.toMatch(/root:|\[fonts\]/);
      if (!answer.ok)
        expect([name, answer.error.code]).toEqual([
          name,
          expect.stringMatching(/not-found|refused|unreadable-file|not-set-up/),
        ]);
      else
        expect([name, JSON.stringify(answer.value)]).toEqual([
          name,
          expect.stringMatching(/"refused"|"not-read"|\[\]/),
        ]);
    }
  });

  it.each(writing)(
    '%s writes nothing to an id that main never gave, nor over a file that was chosen to be read',
    async (name) => {
      const chosen = join(app.folder, 'chosen.csv');
      writeFileSync(chosen, 'as it was');
      const { fileId } = app.services.files.register(chosen);
      const source = join(app.folder, 'source.csv');
      writeFileSync(source, 'a,b');
      const read = fieldsOf(name).has('fileId') ? { fileId: app.fileId(source) } : {};
      for (const destination of [...INVENTED, fileId]) {
        const answer = await ask(name, { ...read, destination });
        expect([name, destination, answer.ok]).toEqual([name, destination, false]);
      }
      expect(readFileSync(chosen, 'utf8')).toBe('as it was');
    },
  );

  it('and no handler asks for a place to write by the way that is for reading', () => {
    expect(findIn(sourceFiles('src/main'), /pathOf\([^)]*destination[^)]*\)/)).toEqual([]);
  });
});

describe('files made to do harm', () => {
  let paths: readonly string[];
  beforeAll(() => {
    const folder = join(app.folder, 'hostile');
    mkdirSync(folder);
    paths = writeHostileFiles(folder);
  });

  it.each(reading)('are refused by %s, or read to no effect, before they cost much', async (name) => {
    for (const path of paths) {
      const started = processorTime();
      const answer = await ask(name, named(name, app.fileId(path)));
      const spent = processorTime() - started;
      const what = `${name} ${basename(path)}`;
      expect([what, spent < 5000]).toEqual([what, true]);
      expect(JSON.stringify(answer)).not.toMatch(/root:|lollol/);
      if (answer.ok)
        expect([what, JSON.stringify(answer.value).slice(0, 500)]).toEqual([
          what,
          expect.not.stringMatching(/"outcome":"imported"/),
        ]);
      else expect([what, answer.error.code]).not.toEqual([what, 'internal']);
    }
    expect(existsSync('/tmp/climbed.xml') || existsSync('/etc/climbed.xml')).toBe(false);
  });
});
