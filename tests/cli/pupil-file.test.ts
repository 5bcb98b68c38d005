import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signInOptions } from '../builders/cli-person.ts';
import { runCli } from '../builders/cli.ts';
import { openMovingSchool, type MovingSchool } from '../builders/transfer-pair.ts';

let before: MovingSchool;
let next: MovingSchool;
beforeEach(async () => {
  before = await openMovingSchool({ laEstab: '2014001', name: 'Northgate School' });
  next = await openMovingSchool({ laEstab: '2014002', name: 'Southfield Academy' });
});
afterEach(async () => {
  await before.close();
  await next.close();
});

it('pupil-file hands a pupil on: written at one school, tried, its key compared, taken over at the next', async () => {
  await before.issue(await before.kai());
  const here = await next.kai();
  const today = ['--today', '2025-11-12'];
  const path = join(before.folder, 'kai.pupil.json');
  const written = await runCli([
    'pupil-file',
    'export',
    'a000000000001',
    path,
    ...(await signInOptions(before)),
    ...today,
  ]);
  expect(written.stderr).toBe('');
  expect(written.stdout).toMatch(/^Written: kai\.pupil\.json, 2 days out this school year\. Signed with /);
  expect(written.stdout).toContain('Whoever has the file can read it');
  expect(written.code).toBe(0);
  const key = /Signed with ([0-9A-F ]+)\./.exec(written.stdout)?.[1] ?? '';

  const there = [...(await signInOptions(next)), ...today];
  const tried = await runCli(['pupil-file', 'import', path, '--rehearse', ...there]);
  expect(tried.stdout).toContain('Autumn term 2025/26: none now, 2 days with it');
  expect(tried.code).toBe(0);
  const notCompared = await runCli(['pupil-file', 'import', path, ...there]);
  expect(notCompared.stdout).toContain(`whether its key is ${key}`);
  expect(notCompared.code).toBe(1);
  expect(await next.yearTotal(here)).toBe(0);
  const taken = await runCli(['pupil-file', 'import', path, '--key', key, ...there]);
  expect(taken.stdout).toMatch(/^Taken over: Kai Moreau, A000000000001, from Northgate School/);
  expect(taken.code).toBe(0);
  expect(await next.yearTotal(here)).toBe(4);
}, 60_000);
