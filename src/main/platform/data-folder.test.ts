import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFolder, databaseFile, dataFolder } from './data-folder.ts';

describe('the data folder', () => {
  it('is the one chosen, whatever the system', () => {
    expect(dataFolder({ FIRST_DAY_DATA: '/chosen', LOCALAPPDATA: 'C:\\Local' }, 'win32')).toBe('/chosen');
  });

  it('is in the local profile on Windows, never the roaming one', () => {
    const env = { LOCALAPPDATA: join('C:', 'Local'), APPDATA: join('C:', 'Roaming') };
    expect(dataFolder(env, 'win32', () => false)).toBe(join('C:', 'Local', 'First Day'));
    expect(dataFolder({}, 'win32', () => false)).toBe(join(homedir(), 'AppData', 'Local', 'First Day'));
  });

  it('is where other systems keep the data of programs', () => {
    expect(dataFolder({}, 'darwin', () => false)).toBe(
      join(homedir(), 'Library', 'Application Support', 'First Day'),
    );
    expect(dataFolder({ XDG_DATA_HOME: '/data' }, 'linux', () => false)).toBe(join('/data', 'first-day'));
    expect(dataFolder({}, 'linux', () => false)).toBe(join(homedir(), '.local', 'share', 'first-day'));
  });

  it('is the one that all accounts of the PC share, once there is a database or its keys', () => {
    const env = { LOCALAPPDATA: join('C:', 'Local'), PROGRAMDATA: join('C:', 'ProgramData') };
    const shared = join('C:', 'ProgramData', 'First Day');
    for (const there of ['first-day.db', 'first-day.db.keys']) {
      expect(dataFolder(env, 'win32', (path) => path === join(shared, there))).toBe(shared);
    }
    expect(dataFolder(env, 'win32', () => false)).toBe(join('C:', 'Local', 'First Day'));
    expect(dataFolder({}, 'linux', () => true)).toBe('/var/lib/first-day');
    expect(dataFolder({ FIRST_DAY_DATA: '/chosen' }, 'linux', () => true)).toBe('/chosen');
    // Settings, logs and the keys that the system keeps are each account's own all the same.
    expect(accountFolder(env, 'win32')).toBe(join('C:', 'Local', 'First Day'));
  });

  it('holds the database', () => {
    expect(databaseFile('/chosen')).toBe(join('/chosen', 'first-day.db'));
  });
});
