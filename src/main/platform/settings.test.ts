import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, writeSettings } from './settings.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'first-day-settings-')), 'settings.json');

describe('the settings of this PC', () => {
  it('come back as they were written', () => {
    const file = newFile();
    const settings = {
      role: 'recorder' as const,
      window: { x: 1, y: 2, width: 800, height: 600, maximized: true },
    };
    writeSettings(file, settings);
    expect(readSettings(file)).toEqual(settings);
  });

  it('are empty before anything was written', () => {
    expect(readSettings(newFile())).toEqual({});
  });

  it('are set aside, not fatal, when the file is damaged or holds nonsense', () => {
    for (const text of ['{"role":', '{"role":"emperor"}', '{"window":{"width":-3}}']) {
      const file = newFile();
      writeFileSync(file, text);
      expect(readSettings(file)).toEqual({});
      expect(existsSync(`${file}.damaged`)).toBe(true);
    }
  });
});
