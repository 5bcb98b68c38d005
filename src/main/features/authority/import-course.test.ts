import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { JobCancelledError, type JobReporter } from '#main/features/context.ts';
import { StoreBusyError } from '#main/storage/store.ts';
import {
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const ONE = [[1, 'SUSP', '2025-11-10', 5]] as const;
const TWO = [...ONE, [2, 'PERM', '2025-11-18']] as const;

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

describe('an import', () => {
  it('keeps nothing of the files that a busy database stopped, which can be gone on with', async () => {
    const { store } = app.services;
    const { write } = store;
    let asked = 0;
    Object.assign(store, {
      write: (work: Parameters<typeof write>[0]) =>
        (asked += 1) === 1 ? Promise.reject(new StoreBusyError('busy')) : write(work),
    });
    const files = ['4001', '4002'].map((estab) => app.put(`${estab}.xml`, sentReturn(ONE, { estab })));
    const stopped = await app.importPaths(...files);
    expect(stopped).toMatchObject([
      { outcome: 'not-read', message: expect.stringContaining('Import this file again') },
      { outcome: 'not-read' },
    ]);
    expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
    const fileIds = stopped.flatMap(({ fileId }) => fileId ?? []);
    const { totals } = await app.must('authority.import', { fileIds });
    expect(totals).toMatchObject({ imported: 2, 'not-read': 0 });
  });

  it('takes many files, read by a thread of their own, in the order of their names', async () => {
    const estabs = Array.from({ length: 45 }, (_, at) => String(4001 + at));
    for (const estab of estabs) {
      const document = sentReturn(TWO, { estab });
      app.put(`${estab}.${Number(estab) % 2 === 0 ? 'xml' : 'csv'}`, document);
    }
    app.put('4010.xml', 'damaged');
    const outcomes = await app.importPaths(join(app.folder, 'sent'));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(
      estabs.map((estab) => (estab === '4010' ? 'refused' : 'imported')),
    );
    expect(outcomes.map(({ fileName }) => fileName)).toEqual(
      outcomes.map(({ fileName }) => fileName).toSorted(),
    );
    expect(await app.kept()).toEqual({ returns: 44, exclusions: 88 });
  });
});

it('an archive that a busy database stopped is read once more, however many of its files were left', async () => {
  const { store } = app.services;
  const { write } = store;
  let asked = 0;
  Object.assign(store, {
    write: (work: Parameters<typeof write>[0]) =>
      (asked += 1) === 1 ? Promise.reject(new StoreBusyError('busy')) : write(work),
  });
  const entries = ['4001', '4002'].map((estab) => {
    const name = `${estab}.xml`;
    return [name, strToU8(fileText(name, sentReturn(ONE, { estab })))] as const;
  });
  const stopped = await app.importPaths(app.put('all.zip', zipSync(Object.fromEntries(entries))));
  expect(stopped.map(({ outcome }) => outcome)).toEqual(['not-read', 'not-read']);
  const fileIds = stopped.flatMap(({ fileId }) => fileId ?? []);
  const { totals } = await app.must('authority.import', { fileIds });
  expect(totals).toMatchObject({ imported: 2, duplicate: 0 });
});

describe('a cancelled import', () => {
  it('names an archive that it broke off in, so that the rest of it can be gone on with', async () => {
    const entries = ['4001', '4002', '4003'].map((estab) => {
      const name = `${estab}.xml`;
      return [name, strToU8(fileText(name, sentReturn(TWO, { estab })))] as const;
    });
    const path = app.put('all.zip', zipSync(Object.fromEntries(entries)));
    const told: string[] = [];
    const job: JobReporter = {
      progress: (_, text) => void told.push(text),
      checkCancelled: () => {
        if (told.length > 2) throw new JobCancelledError('cancelled');
      },
    };
    const session = { userName: 'Test Person', role: 'authority' } as const;
    const fileIds = [app.fileId(path)];
    const result = await dispatch(app.services, handlers, session, 'authority.import', { fileIds }, job);
    expect(result).toMatchObject({
      value: {
        files: [
          { fileName: 'all.zip/4001.xml', outcome: 'imported' },
          { fileName: 'all.zip/4002.xml', outcome: 'imported' },
          { fileName: 'all.zip', outcome: 'not-read', fileId: expect.any(String) },
        ],
      },
    });
    const again = await app.must('authority.import', { fileIds });
    expect(again.totals).toMatchObject({ duplicate: 2, imported: 1 });
  });

  it('keeps the files done, whole, names the others, and can be taken up again', async () => {
    for (const estab of ['4001', '4002', '4003', '4004']) app.put(`${estab}.xml`, sentReturn(TWO, { estab }));
    const fileIds = [app.fileId(join(app.folder, 'sent'))];
    const told: string[] = [];
    const job: JobReporter = {
      progress: (_, text) => void told.push(text),
      checkCancelled: () => {
        if (told.length > 2) throw new JobCancelledError('cancelled');
      },
    };
    const session = { userName: 'Test Person', role: 'authority' } as const;
    const result = await dispatch(app.services, handlers, session, 'authority.import', { fileIds }, job);
    expect(result).toMatchObject({
      ok: true,
      value: {
        files: [
          { fileName: 'sent/4001.xml', outcome: 'imported' },
          { fileName: 'sent/4002.xml', outcome: 'imported' },
          { fileName: 'sent/4003.xml', outcome: 'not-read' },
          { fileName: 'sent/4004.xml', outcome: 'not-read' },
        ],
      },
    });
    expect(told).toContain('2 of 4: 4002.xml');
    expect(await app.kept()).toEqual({ returns: 2, exclusions: 4 });
    const again = await app.must('authority.import', { fileIds });
    expect(again.files.map(({ outcome }) => outcome)).toEqual([
      'duplicate',
      'duplicate',
      'imported',
      'imported',
    ]);
  });
});
