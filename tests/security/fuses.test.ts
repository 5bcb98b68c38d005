import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** How each fuse of the packaged app stands: what lets somebody run code as First Day is blown. */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** Where `npm run package` leaves the app; only a machine with the official Electron can make it. */
const packaged = [
  'dist/linux-unpacked/first-day',
  'dist/win-unpacked/First Day.exe',
  'dist/mac/First Day.app',
].filter((path) => existsSync(path));

describe('the packaged app', () => {
  const settings = readFileSync('electron-builder.yml', 'utf8');

  it('has each fuse of Electron set, and set so', () => {
    const block = /^electronFuses:\n((?: +.*\n)+)/m.exec(settings)?.[1] ?? '';
    const set = Array.from(block.matchAll(/^ +(\w+): (true|false)$/gm), ([, name = '', value]) => [
      name,
      value === 'true',
    ]);
    expect(Object.fromEntries(set)).toEqual(FUSES);
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    const named = new Set(Object.keys(FUSES).map((name) => name.toLowerCase()));
    // Says how WebAssembly traps are caught: a matter of speed.
    expect(known.filter((name) => !named.has(name.toLowerCase()))).toEqual(['WasmTrapHandlers']);
  });

  it('is one archive with what is needed to run, and nothing is compiled for it', () => {
    expect(settings).toMatch(/^asar: true$/m);
    expect(settings).toMatch(/^npmRebuild: false$/m);
    expect(/^files:\n((?: {2}- .*\n)+)/m.exec(settings)?.[1]?.trim().split(/\n\s*/)).toEqual([
      '- out/**',
      '- resources/**',
      '- package.json',
    ]);
  });

  it('was built with these fuses, wherever it was built', async () => {
    // Nothing to look at where nothing was packaged: the settings above are what it is made from.
    const wires = await Promise.all(packaged.map((path) => getCurrentFuseWire(path)));
    for (const wire of wires) {
      const stand = Object.entries(FUSES).map(([name]) => [
        name,
        wire[FuseV1Options[capital(name) as keyof typeof FuseV1Options]] === FuseState.ENABLE,
      ]);
      expect(Object.fromEntries(stand)).toEqual(FUSES);
    }
    expect(wires).toHaveLength(packaged.length);
  });
});

const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
