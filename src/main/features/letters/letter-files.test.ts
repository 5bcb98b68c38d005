import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLetterApp, type LetterApp } from '../../../../tests/builders/letter-school.ts';
import { runWith } from '../../../../tests/builders/run-with.ts';

let app: LetterApp;

beforeEach(async () => {
  app = await openLetterApp();
});
afterEach(() => app.close());

const words = (docx: Uint8Array): string =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replaceAll(/<[^>]+>/g, ' ');

async function ready(): Promise<string> {
  const { id } = await app.issue(await app.child('Jo Ashdown'));
  await app.fill(id, 'parents-short');
  return id;
}

const target = (name: string) => ({
  path: join(app.folder, name),
  destination: app.fileId(join(app.folder, name)),
});

describe('a letter on paper', () => {
  it('is written as Word, and leaves its trace', async () => {
    const exclusionId = await ready();
    const { path, destination } = target('letter.docx');
    await app.must('letters.export', {
      exclusionId,
      templateId: 'parents-short',
      format: 'docx',
      destination,
    });
    expect(words(readFileSync(path))).toContain('Work is on the website.');
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'letters.export',
      subjectId: exclusionId,
      detail: { letter: 'parents-short', format: 'docx', fileName: 'letter.docx' },
    });
  });

  it('is printed as PDF where there is a window, and elsewhere refused with what can be done', async () => {
    const exclusionId = await ready();
    const { path, destination } = target('letter.pdf');
    const input = { exclusionId, templateId: 'parents-short', format: 'pdf', destination } as const;
    expect(await app.run('letters.export', input)).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('Word') },
    });
    const printed = await runWith(
      app,
      { printPdf: async (html) => Buffer.from(`printed ${html}`) },
      'letters.export',
      input,
    );
    expect(printed.ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('Work is on the website.');
  });

  it('is not written while it is unfinished', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const { path, destination } = target('letter.docx');
    const input = { exclusionId: id, templateId: 'parents-short', format: 'docx', destination } as const;
    expect(await app.run('letters.export', input)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(existsSync(path)).toBe(false);
  });

  it('that was sent is written as it was sent, whatever the record says now', async () => {
    const exclusionId = await ready();
    const { issueId } = await app.must(
      'letters.issue',
      app.sending(exclusionId, 'parents-short', { version: 1 }),
    );
    await app.fill(exclusionId, 'parents-short', { work: 'Other work.' });
    const { path, destination } = target('sent.docx');
    const input = { exclusionId, templateId: 'parents-short', format: 'docx', destination } as const;
    await app.must('letters.export', { ...input, issueId });
    expect(words(readFileSync(path))).toContain('Work is on the website.');
    expect(
      await app.run('letters.export', { ...input, templateId: 'notice-authority', issueId }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('the school’s letterhead', () => {
  it('is made from the template that is written out, and its letters stand on it', async () => {
    const exclusionId = await ready();
    const { path, destination } = target('letterhead.docx');
    await app.must('letters.write-letterhead', { destination });
    const zip = new PizZip(readFileSync(path));
    zip.file(
      'word/header1.xml',
      (zip.file('word/header1.xml')?.asText() ?? '').replace('{schoolName}', 'OUR HEAD'),
    );
    writeFileSync(path, zip.generate({ type: 'nodebuffer' }));
    await app.must('letters.save-letterhead', { fileId: app.fileId(path) });
    expect((await app.must('school.get', {})).letterhead).toBe('letterhead.docx');
    const letter = target('letter.docx');
    const input = { exclusionId, templateId: 'parents-short', format: 'docx' } as const;
    await app.must('letters.export', { ...input, destination: letter.destination });
    const head = () => new PizZip(readFileSync(letter.path)).file('word/header1.xml')?.asText();
    expect(head()).toContain('OUR HEAD');
    await app.must('letters.save-letterhead', {});
    await app.must('letters.export', { ...input, destination: letter.destination });
    expect(head()).toContain('Test High School');
  });

  it('is refused with what to do when it is not a Word document', async () => {
    const { path } = target('letterhead.docx');
    writeFileSync(path, 'not a document');
    expect(await app.run('letters.save-letterhead', { fileId: app.fileId(path) })).toMatchObject({
      ok: false,
      error: { code: 'unreadable-file', message: expect.stringContaining('save it as') },
    });
    expect((await app.must('school.get', {})).letterhead).toBeUndefined();
  });
});
