import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '#shared/permissions/roles.ts';
import { makeFileDesk, noDialogs } from '../../platform/files/file-desk.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { runWith } from '../../../../tests/builders/run-with.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('about the program (app.about)', () => {
  it('says which version it is and where the data lies, in every role', async () => {
    for (const role of ROLES) {
      const about = await app.must('app.about', {}, role);
      expect(about).toMatchObject({
        version: '0.0.0-test',
        runtime: { node: process.versions.node },
        engine: 'sqlite',
        location: join(app.folder, 'first-day.db'),
      });
      expect(about.dataVersion).toBeGreaterThan(0);
    }
  });
});

describe('choosing files (files.choose)', () => {
  it('gives names and sizes under opaque ids, never paths', async () => {
    const path = join(app.folder, 'roll of Ł and ñ.xml');
    writeFileSync(path, 'twelve bytes');
    const files = makeFileDesk({ ...noDialogs, chooseOpen: async () => [path] });
    const result = await runWith(app, { files }, 'files.choose', { purpose: 'pupil-file' });
    if (!result.ok) throw new Error(result.error.message);
    const [file] = result.value.files;
    expect(file).toEqual({ fileId: file?.fileId, name: 'roll of Ł and ñ.xml', size: 12 });
    expect(JSON.stringify(result)).not.toContain(app.folder);
    expect(files.pathOf(file?.fileId ?? '')).toBe(path);
  });

  it('asks for what the purpose says', async () => {
    const asked: string[] = [];
    const files = makeFileDesk({
      ...noDialogs,
      chooseOpen: async (purpose) => {
        asked.push(purpose);
        return [];
      },
    });
    for (const purpose of ['pupil-file', 'return-files', 'return-folder'] as const)
      await runWith(app, { files }, 'files.choose', { purpose });
    expect(asked).toEqual(['pupil-file', 'return-files', 'return-folder']);
  });

  it('gives nothing when the dialog is cancelled', async () => {
    expect(await app.must('files.choose', { purpose: 'return-folder' })).toEqual({ files: [] });
  });

  it('is refused for another purpose', async () => {
    const input = { purpose: 'anything' as 'pupil-file' };
    expect(await app.run('files.choose', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'purpose' }] },
    });
  });
});

describe('showing a file in its folder (files.show-in-folder)', () => {
  it('shows the path behind the id', async () => {
    const shown: string[] = [];
    const files = makeFileDesk({ ...noDialogs, showInFolder: (path) => void shown.push(path) });
    const { fileId } = files.register('/somewhere/return.xml');
    expect(await runWith(app, { files }, 'files.show-in-folder', { fileId })).toEqual({
      ok: true,
      value: {},
    });
    expect(shown).toEqual(['/somewhere/return.xml']);
  });

  it('is refused for an id that was never given out, even if it looks like a path', async () => {
    for (const fileId of ['unknown', '/etc/passwd']) {
      expect(await app.run('files.show-in-folder', { fileId })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      });
    }
  });

  it('is refused without an id', async () => {
    expect(await app.run('files.show-in-folder', { fileId: '' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'fileId' }] },
    });
  });
});

describe('cancelling long work (jobs.cancel)', () => {
  it('says whether there was such work', async () => {
    const jobs = { cancel: (jobId: string) => jobId === 'running' };
    expect(await runWith(app, { jobs }, 'jobs.cancel', { jobId: 'running' })).toEqual({
      ok: true,
      value: { cancelled: true },
    });
    expect(await runWith(app, { jobs }, 'jobs.cancel', { jobId: 'ended' })).toEqual({
      ok: true,
      value: { cancelled: false },
    });
  });

  it('is refused without an id', async () => {
    expect(await app.run('jobs.cancel', { jobId: '' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'jobId' }] },
    });
  });
});
