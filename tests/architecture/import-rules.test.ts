import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const script = resolve(import.meta.dirname, '../../scripts/import-rules.mjs');
let folder: string;

beforeEach(makeTree);

async function makeTree(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'first-day-rules-'));
  await write('package.json', '{ "imports": { "#shared/*": "./src/shared/*", "#main/*": "./src/main/*" } }');
  await write('src/shared/kernel/result.ts', 'export type Result = string;');
  await write('src/shared/domain/duties/types.ts', "import type { Result } from '../../kernel/result.ts';");
  await write('src/main/storage/store.ts', 'export type Store = string;\nexport const open = 1;');
}

afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function checkRules(fewest = 3): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [script, folder, String(fewest)], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

const BROKEN: readonly {
  readonly broken: string;
  readonly how: string;
  readonly path: string;
  readonly text: string;
  readonly also?: string;
  readonly alsoText?: string;
}[] = [
  {
    broken: 'shared-is-pure',
    how: 'a value import of main in shared',
    path: 'src/shared/domain/duties/late.ts',
    text: "import { open } from '../../../main/storage/store.ts';\nexport const late = open;",
  },
  {
    broken: 'shared-is-pure',
    how: 'a type-only import of main in shared, by its short name',
    path: 'src/shared/domain/duties/type-late.ts',
    text: "import type { Store } from '#main/storage/store.ts';\nexport type Late = Store;",
  },
  {
    broken: 'shared-is-pure',
    how: 'a part of Node in shared',
    path: 'src/shared/kernel/read.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  },
  {
    broken: 'window-knows-no-main',
    how: 'a type-only import of main in the window',
    path: 'src/renderer/app/app.tsx',
    text: "import type { Store } from '../../main/storage/store.ts';\nexport const App = (store: Store) => <p>{store}</p>;",
  },
  {
    broken: 'api-never-touches-storage',
    how: 'a repository used by the API',
    path: 'src/main/api/dispatch.ts',
    text: "import { find } from '../storage/repositories/pupils.ts';\nexport const dispatch = find;",
    also: 'src/main/storage/repositories/pupils.ts',
  },
  {
    broken: 'features-stand-apart',
    how: 'one use case calling that of another area',
    path: 'src/main/features/exclusions/record.ts',
    text: "import { find } from '../placements/book.ts';\nexport const record = find;",
    also: 'src/main/features/placements/book.ts',
  },
  {
    broken: 'electron-only-in-the-shell',
    how: 'Electron in storage',
    path: 'src/main/storage/folder.ts',
    text: "import { app } from 'electron';\nexport const folder = app.getPath('userData');",
  },
  {
    broken: 'no-cycles',
    how: 'two modules that import each other',
    path: 'src/main/storage/a.ts',
    text: "import { find } from './b.ts';\nexport const a = find;",
    also: 'src/main/storage/b.ts',
    alsoText: "import { a } from './a.ts';\nexport const find = () => a;",
  },
];

describe('the import rules', () => {
  test('accept a tree that keeps them', async () => {
    const { code, said } = await checkRules();
    expect(said).toContain('0 violations; read 3 modules with 1 imports.');
    expect(code).toBe(0);
  });

  test('refuse when fewer modules were read than there must be', async () => {
    const { code, said } = await checkRules(4);
    expect(said).toContain('the rules were not checked');
    expect(code).toBe(1);
  });

  test('refuse when no module at all was read', async () => {
    await rm(join(folder, 'src'), { recursive: true });
    await mkdir(join(folder, 'src'));
    const { code, said } = await checkRules();
    expect(said).toContain('the rules were not checked');
    expect(code).toBe(1);
  });

  describe('refuse each broken one by name, of a tree with all of them:', () => {
    let found: Awaited<ReturnType<typeof checkRules>>;
    let tree: string;
    // One tree for all: each run reads the rules and their parser anew, which takes a second.
    beforeAll(async () => {
      await makeTree();
      tree = folder;
      for (const { path, text, also, alsoText } of BROKEN) {
        await write(path, text);
        if (also) await write(also, alsoText ?? 'export const find = 1;');
      }
      found = await checkRules();
    });
    afterAll(() => rm(tree, { recursive: true }));

    test.each(BROKEN)('$how ($broken)', ({ broken, path }) => {
      expect(found.said).toContain(`${broken}: ${path} -> `);
      expect(found.code).toBe(1);
    });
  });
});
