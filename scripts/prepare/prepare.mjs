import { prepareDependencies } from './dependencies.mjs';
import { chooseElectron } from './electron.mjs';
import { continueUnderNode24, findNode24, toolEnvironment } from './node24.mjs';
import { say } from './progress.mjs';
import { prepareSqliteBinding, sqliteBindingFault } from './sqlite-binding.mjs';
import { SetupError } from './setup-error.mjs';
import { installSystemPackages, missingSystemPackages } from './system-packages.mjs';

/**
 * Makes this machine ready, whatever is missing, and is silent and quick when nothing is. `need` lists
 * what the command uses beside the packages and Node 24: `electron` (with its libraries and a SQLite
 * that runs in it) and `display` (a screen in memory). Answers with `node`, `electron`
 * (executable, args, version, source) and `env`, the environment for every program started afterwards.
 * When something cannot be had it says so in a sentence and ends the process with code 1.
 */
export async function prepare({ need = [] } = {}) {
  try {
    await prepareDependencies();
    const node = findNode24();
    await continueUnderNode24(node);
    if (!need.includes('electron')) return { node, env: toolEnvironment(node) };
    return { node, ...(await prepareDesktop(node, need.includes('display'))) };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}`);
    return process.exit(1);
  }
}

async function prepareDesktop(node, display) {
  const choice = await chooseElectron({ retryDownload: process.argv.includes('--retry-download') });
  const compiler = choice.ownSqlite && (await sqliteBindingFault()) !== undefined;
  const [forElectron, forCompiling] = await Promise.all([
    missingSystemPackages({ libraries: true, display }),
    missingSystemPackages({ compiler }),
  ]);
  // The long steps use different things (network, processor, disk), so they run side by side; only
  // a compiler that is still to be installed makes the compilation wait.
  const installing = installSystemPackages([...forElectron, ...forCompiling]);
  const compiled = async () => {
    if (forCompiling.length > 0) await installing;
    return choice.ownSqlite ? prepareSqliteBinding(node) : undefined;
  };
  const [electron, binding] = await Promise.all([choice.ready(), compiled(), installing]);
  return {
    electron,
    env: {
      ...toolEnvironment(node),
      FIRST_DAY_ELECTRON: electron.executable,
      FIRST_DAY_ELECTRON_ARGS: JSON.stringify(electron.args),
      FIRST_DAY_ELECTRON_VERSION: `${electron.version} (${electron.source})`,
      ...(binding && { FIRST_DAY_SQLITE_BINDING: binding }),
    },
  };
}
