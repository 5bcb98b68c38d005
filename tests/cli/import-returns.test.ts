import { once } from 'node:events';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInOptions } from '../builders/cli-person.ts';
import { runCli, spawnCli } from '../builders/cli.ts';
import { fileText, openAuthorityApp, sentReturn, type AuthorityApp } from '../builders/return-authority.ts';

const ONE = [[1, 'SUSP', '2025-11-10', 5]] as const;

let app: AuthorityApp;
let database: readonly string[];

beforeEach(async () => {
  app = await openAuthorityApp();
  database = [...(await signInOptions(app)), '--today', '2026-01-21'];
});

afterEach(() => app.close());

describe('import-returns', () => {
  it('takes files and folders, prints a line a file, and exits with 0', async () => {
    const single = app.put('2014001.csv', sentReturn(ONE));
    app.put('more/2014002.xml', sentReturn(ONE, { estab: '4002' }));
    const { code, stdout } = await runCli([
      'import-returns',
      single,
      join(app.folder, 'sent/more'),
      ...database,
    ]);
    expect(stdout).toContain('Imported: 2014001.csv. 2014001 School 4001, Spring census 2026, 1 suspension');
    expect(stdout).toContain('Imported: 2014002.xml');
    expect(code).toBe(0);
    expect(await app.kept()).toEqual({ returns: 2, exclusions: 2 });
  });

  it('says what is wrong, where and what to do, and exits with 1', async () => {
    const path = app.put(
      'bad.xml',
      fileText('bad.xml', sentReturn(ONE)).replace('<Sessions>5<', '<Sessions>95<'),
    );
    const { code, stdout } = await runCli(['import-returns', path, ...database]);
    expect(stdout).toMatch(/^Refused: bad\.xml\./);
    expect(stdout).toMatch(/problem \(line \d+, [^)]*Sessions, “95”\): .*The school must correct it/);
    expect(code).toBe(1);
  });

  it('gives an object a file with --json, and takes one school alone with --school', async () => {
    const paths = ['4001', '4002'].map((estab) => app.put(`${estab}.csv`, sentReturn(ONE, { estab })));
    const { code, stdout } = await runCli([
      'import-returns',
      ...paths,
      '--json',
      '--school',
      '2014001',
      ...database,
    ]);
    const files = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(files).toMatchObject([{ outcome: 'imported' }, { outcome: 'refused' }]);
    expect(code).toBe(1);
  });

  it('exits with 2 without paths, and for one that is not there', async () => {
    expect((await runCli(['import-returns', ...database])).code).toBe(2);
    const { code, stderr } = await runCli(['import-returns', join(app.folder, 'nowhere'), ...database]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file or folder')]);
  });

  it('watches: takes what is there, waits for a file to stop growing, takes a changed one, ends on Ctrl+C', async () => {
    const folder = join(app.folder, 'sent');
    mkdirSync(folder, { recursive: true });
    app.put('2014001.csv', sentReturn(ONE));
    const child = await spawnCli(['import-returns', folder, '--watch', '--json', ...database]);
    const told: { fileName: string; outcome: string }[] = [];
    let wake: () => void = () => undefined;
    if (!child.stdout) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(JSON.parse(line) as (typeof told)[number]);
      wake();
    });
    const until = async (count: number) => {
      while (told.length < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    await until(1);
    const text = fileText('2014002.csv', sentReturn(ONE, { estab: '4002' }));
    const growing = join(folder, '2014002.csv');
    writeFileSync(growing, text.slice(0, 400));
    const growth = setInterval(() => appendFileSync(growing, ' '), 100);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(told).toHaveLength(1);
    clearInterval(growth);
    writeFileSync(growing, text);
    await until(2);
    rmSync(join(folder, '2014001.csv'));
    writeFileSync(
      growing,
      fileText('2014002.csv', sentReturn([], { estab: '4002', createdAt: '2026-01-20T10:00:00' })),
    );
    await until(3);
    expect(told.map(({ fileName, outcome }) => `${fileName} ${outcome}`)).toEqual([
      '2014001.csv imported',
      '2014002.csv imported',
      '2014002.csv replaced',
    ]);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  }, 60_000);
});
