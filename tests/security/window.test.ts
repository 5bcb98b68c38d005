import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

// Only its names are needed here: the end-to-end tests run the real one.
vi.mock('electron', () => ({ protocol: {} }));

const { contentSecurityPolicy, fileForRequest } = await import('#main/app/app-protocol.ts');

const folder = join(mkdtempSync(join(tmpdir(), 'first-day-window-')), 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<h1>First Day</h1>');
writeFileSync(join(folder, 'assets', 'main.js'), '');
writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
mkdirSync(join(folder, '..', 'renderer-next'));
writeFileSync(join(folder, '..', 'renderer-next', 'x.js'), '');
symlinkSync(join(folder, '..', 'secret.txt'), join(folder, 'assets', 'link.txt'));
symlinkSync(join(folder, '..'), join(folder, 'assets', 'up'));

describe('the app:// origin', () => {
  it('serves the window’s own files', () => {
    expect(fileForRequest(folder, 'app://first-day/')).toBe(join(folder, 'index.html'));
    expect(fileForRequest(folder, 'app://first-day/assets/main.js?v=1#x')).toBe(
      join(folder, 'assets', 'main.js'),
    );
  });

  it.each([
    'app://first-day/../secret.txt',
    'app://first-day/%2e%2e/secret.txt',
    'app://first-day/..%2fsecret.txt',
    'app://first-day/assets/..%2f..%2fsecret.txt',
    'app://first-day/%2e%2e%5csecret.txt',
    'app://first-day/../renderer-next/x.js',
    'app://first-day/..%2frenderer-next%2fx.js',
    'app://first-day/assets/link.txt',
    'app://first-day/assets/up/secret.txt',
    'app://first-day/assets/up/renderer-next/x.js',
    'app://first-day/%252e%252e/secret.txt',
    'app://first-day/%25252e%25252e%25252fsecret.txt',
    'app://first-day/....//secret.txt',
    'app://first-day/.%00./secret.txt',
    'app://first-day/assets%5c..%5c..%5csecret.txt',
    'app://first-day//etc/passwd',
    'app://first-day/%2fetc%2fpasswd',
    'app://first-day/C:/Windows/win.ini',
    'app://first-day:80/index.html',
    'app://first-day.example/index.html',
    'app:///index.html',
    'app:index.html',
    'APP-X://first-day/index.html',
    '',
    'app://first-day/assets',
    'app://first-day/main.js%00.html',
    'app://first-day/%E0%A4%A',
    'app://other/index.html',
    'https://first-day/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('gives nothing for %s', (url) => {
    expect(fileForRequest(folder, url)).toBeUndefined();
  });

  it('has this policy and no other', () => {
    expect(contentSecurityPolicy('bm9uY2U=').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });
});
