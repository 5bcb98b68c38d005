import { homedir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inProject = (...parts) => join(projectRoot, ...parts);
export const inModules = (...parts) => inProject('node_modules', ...parts);

/** A per-user folder, so that a second clone finds what the first one made. */
export function cacheHome() {
  const home = process.env.HOME || homedir() || userInfo().homedir;
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'first-day');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'first-day', 'cache');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'first-day');
  return join(home, '.cache', 'first-day');
}
