import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import { writeGrid } from '#main/exchange/grid-files.ts';
import { signInOptions } from '../builders/cli-person.ts';
import { runCli } from '../builders/cli.ts';
import { testUpn } from '../builders/pupil-upn.ts';
import { openAuthorityApp, type AuthorityApp } from '../builders/return-authority.ts';

let app: AuthorityApp;
let database: readonly string[];

beforeEach(async () => {
  app = await openAuthorityApp();
  database = [...(await signInOptions(app)), '--today', '2026-01-21'];
});

afterEach(() => app.close());

it('import-grids takes a folder, prints a line a file, and exits with 1 for one that is refused', async () => {
  const written = await writeGrid(
    {
      laEstab: '2014001',
      schoolName: 'School 4001',
      schoolYear: 2025,
      term: 'autumn',
      madeAt: '2025-12-19T10:00:00',
      pupilsOnRoll: 900,
      criteria: { ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE },
      rows: [{ upn: testUpn(1), name: 'Ben Brown', categories: ['A'], why: [], since: '2025-11-13' }],
    },
    'csv',
  );
  if (!written.ok) throw new Error('not written');
  app.put('good.csv', written.value);
  app.put('bad.csv', Buffer.from(written.value).toString('utf8').replace('2025-11-13', '13/11/25'));
  const { code, stdout } = await runCli(['import-grids', join(app.folder, 'sent'), ...database]);
  expect(stdout).toContain('Imported: sent/good.csv. 2014001 School 4001, Autumn term 2025/26');
  expect(stdout).toMatch(/Refused: sent\/bad\.csv\. .*\n {2}problem \(line 2, Since, “13\/11\/25”\): /);
  expect(code).toBe(1);
  expect((await runCli(['import-grids', ...database])).code).toBe(2);
});
