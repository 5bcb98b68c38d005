import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { handlers } from '#main/api/handlers.ts';
import { contract } from '#shared/contract/contract.ts';

const names = Object.keys(contract);

const testFiles = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.endsWith('operations.test.ts'))
    .map((name) => join(folder, name)),
);

it('every operation has a handler, and every handler an operation', () => {
  expect(Object.keys(handlers).toSorted()).toEqual(names.toSorted());
});

it('every operation is run by some test', () => {
  const text = testFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(names.filter((name) => !text.includes(`'${name}'`))).toEqual([]);
});

it('operations are named area.verb and say in a sentence what they do', () => {
  for (const [name, { summary }] of Object.entries(contract)) {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
  }
});
