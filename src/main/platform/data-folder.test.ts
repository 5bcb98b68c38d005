import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, dataFolder } from './data-folder.ts';

describe('the data folder', () => {
  it('is the one chosen, whatever the system', () => {
    expect(dataFolder({ FIRST_DAY_DATA: '/chosen', LOCALAPPDATA: 'C:\\Local' }, 'win32')).toBe('/chosen');
  });

  it('is in the local profile on Windows, never the roaming one', () => {
    const env = { LOCALAPPDATA: join('C:', 'Local'), APPDATA: join('C:', 'Roaming') };
    expect(dataFolder(env, 'win32')).toBe(join('C:', 'Local', 'First Day'));
    expect(dataFolder({}, 'win32')).toBe(join(homedir(), 'AppData', 'Local', 'First Day'));
  });

  it('is where other systems keep the data of programs', () => {
    expect(dataFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'First Day'));
    expect(dataFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'first-day'));
    expect(dataFolder({}, 'linux')).toBe(join(homedir(), '.local', 'share', 'first-day'));
  });

  it('holds the database', () => {
    expect(databaseFile('/chosen')).toBe(join('/chosen', 'first-day.db'));
  });
});
