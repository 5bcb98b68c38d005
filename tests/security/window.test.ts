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

  it('has a policy without inline or evaluated scripts and without anything remote', () => {
    const policy = contentSecurityPolicy('bm9uY2U=');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  });
});
