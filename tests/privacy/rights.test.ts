import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personalTables } from '#main/storage/personal/personal-tables.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { MARK, MARKED } from '../builders/marked-names.ts';
import { addMarkedPupil } from '../builders/marked-pupil.ts';
import { setUpSchool } from '../builders/school.ts';

const OTHER = { id: 'other-pupil', surname: 'Bystander-Jones', upn: 'A990400100001' };

let app: TestApp;
let html: string;

beforeEach(async () => {
  app = openTestApp('2027-11-10');
  const { schoolId } = await setUpSchool(app);
  html = '';
  // The window's printer stands in as what keeps the page it was given.
  Object.assign(app.services, {
    printPdf: async (page: string) => {
      html = page;
      return new TextEncoder().encode('%PDF');
    },
  });
  await app.must('providers.save', {
    kind: 'pru',
    name: 'The Bridge',
    sessions: [{ weekday: 1, slot: 'am', capacity: 5, starts: '09:00', ends: '12:00' }],
  });
  await app.services.store.write(async (db) => {
    const [provider] = await db.select().from(db.tables.providers);
    await db.insert(db.tables.pupils).values({
      ...OTHER,
      schoolId,
      forename: 'Ottoline',
      sex: 'F',
      dob: '2010-01-02',
      inCare: false,
      leavingDate: '2026-07-17',
      searchText: ' bystander',
      version: 1,
      updatedAt: '2025-09-01T08:00:00.000Z',
    });
    await addMarkedPupil(db, {
      schoolId,
      providerId: provider?.id ?? '',
      otherPupilId: OTHER.id,
      day: '2025-11-10',
      laEstab: '2014001',
    });
    return { ok: true };
  });
});

afterEach(() => app.close());

const subject = { pupilId: MARKED.pupilId };

async function write(leftOut: { key: string; reason: string }[] = []) {
  const destination = app.fileId(join(app.folder, 'held.zip'));
  const written = await app.must('privacy.subject-access', { subject, leftOut, destination });
  const files = unzipSync(readFileSync(join(app.folder, 'held.zip')));
  const json = JSON.parse(strFromU8(files['everything-held.json'] ?? new Uint8Array())) as {
    pupil: unknown;
    sections: { table: string; rows: Record<string, unknown>[] }[];
  };
  return { written, files, json };
}

describe('everything held about a pupil', () => {
  it('tells every table that can hold something of a pupil, and every text of it', async () => {
    const { json, written, files } = await write();
    expect(json.pupil).toEqual({ name: `${MARKED.forename} ${MARKED.surname}`, upn: MARKED.upn });
    expect(json.sections.map(({ table }) => table).toSorted()).toEqual(
      [...Object.keys(personalTables), 'returns'].toSorted(),
    );
    const said = JSON.stringify(json);
    for (const text of [
      'account',
      'letter',
      'gap',
      'note',
      'meeting',
      'behaviour',
      'enquiry',
      'mother',
      'detail',
      'draft',
    ])
      expect([text, said.includes(`${MARK} ${text}`)]).toEqual([text, true]);
    expect(written.pdf).toBe(true);
    expect(Object.keys(files).toSorted()).toEqual(['everything-held.json', 'everything-held.pdf']);
    for (const text of ['account', 'letter', 'gap', 'mother']) expect(html).toContain(`${MARK} ${text}`);
    expect(html).toContain('The Bridge');
    expect(html).toContain('Mon 10 November 2025');
  });

  it('names no other pupil, nor the ids that would lead to one', async () => {
    const { json } = await write();
    for (const text of [OTHER.id, OTHER.surname, OTHER.upn]) {
      expect(JSON.stringify(json)).not.toContain(text);
      expect(html).not.toContain(text);
    }
    expect(json.sections.find(({ table }) => table === 'keepApart')?.rows[0]).toMatchObject({
      reason: `${MARK} quarrel`,
    });
  });

  it('lists each free text to be read, and leaves one out with the reason in its place', async () => {
    const { texts } = await app.must('privacy.held', subject);
    const account = texts.find(({ text }) => text === `${MARK} account`);
    expect(account).toMatchObject({ title: 'Exclusions', label: 'Account of the incident' });
    const { json } = await write([{ key: account?.key ?? '', reason: 'It is about another child.' }]);
    expect(JSON.stringify(json)).not.toContain(`${MARK} account"`);
    expect(JSON.stringify(json)).toContain('{"leftOut":"It is about another child."}');
    expect(html).toContain('Left out: It is about another child.');
    expect(html).not.toContain(`${MARK} account<`);
  });

  it('is written without the PDF where nothing can print, and says so', async () => {
    Object.assign(app.services, { printPdf: undefined });
    const { written, files } = await write();
    expect(written.pdf).toBe(false);
    expect(Object.keys(files)).toEqual(['everything-held.json']);
    expect((await app.must('privacy.held', subject)).pdf).toBe(false);
  });

  it('is found by the UPN in received returns, and refused for one that nobody has', async () => {
    expect(await app.must('privacy.held', { upn: MARKED.upn.toLowerCase() })).toMatchObject({
      upn: MARKED.upn,
    });
    expect(await app.run('privacy.held', { upn: 'Z000000000000' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('leaves a row in the trail that does not name the file', async () => {
    await write();
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    const row = rows.find(({ operation }) => operation === 'privacy.subject-access');
    expect(row).toMatchObject({ subjectId: MARKED.pupilId, pupilId: MARKED.pupilId });
    expect(JSON.stringify(row?.detail)).not.toContain('held.zip');
  });
});

describe('keeping and reviewing', () => {
  it('lists whose time is over, with what stands against erasing; a hold takes the pupil off the list', async () => {
    const review = await app.must('privacy.review', {});
    // Left in July 2026: the people to tell are due a year later, the pupil without a record altogether.
    expect(review.pupils.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      `Bystander-Jones, Ottoline: roll-entry`,
      `${MARKED.surname}, ${MARKED.forename}: contacts`,
    ]);
    await app.must('privacy.hold', { pupilId: OTHER.id, until: '2028-01-10', reason: 'An inquiry.' });
    const later = await app.must('privacy.review', {});
    expect(later.pupils.map(({ kind }) => kind)).toEqual(['contacts']);
    expect(later.held).toMatchObject([
      {
        name: 'Bystander-Jones, Ottoline',
        hold: { reason: 'An inquiry.' },
        blocked: [expect.stringMatching(/kept until/)],
      },
    ]);
    await app.must('privacy.end-hold', { pupilId: OTHER.id });
    expect((await app.must('privacy.review', {})).pupils).toHaveLength(2);
    expect(
      await app.run('privacy.hold', { pupilId: OTHER.id, until: '2027-11-10', reason: 'x' }),
    ).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'until' }] },
    });
  });

  it('erases one kind of record alone, which is then not listed again', async () => {
    const { counts } = await app.must('privacy.erase-pupil', {
      subject,
      kind: 'contacts',
      surname: MARKED.surname,
      reason: 'Left a year ago.',
    });
    expect(counts).toEqual({ contacts: 1 });
    expect((await app.must('privacy.review', {})).pupils.map(({ kind }) => kind)).toEqual(['roll-entry']);
    expect(
      (await app.must('privacy.held', subject)).sections.some(({ table }) => table === 'exclusions'),
    ).toBe(true);
  });

  it('follows the school’s own time, set with a reason and taken back, and never over somebody else’s change', async () => {
    const ruleOf = async () =>
      (await app.must('privacy.rules', {})).rules.find(({ kind }) => kind === 'roll-entry');
    await app.must('privacy.set-rule', { kind: 'roll-entry', months: 36, reason: 'Our policy of 2026.' });
    expect(await ruleOf()).toMatchObject({
      months: 36,
      usualMonths: 12,
      own: { reason: 'Our policy of 2026.' },
    });
    expect((await app.must('privacy.review', {})).pupils.map(({ kind }) => kind)).toEqual(['contacts']);
    expect(await app.run('privacy.set-rule', { kind: 'roll-entry', months: 6, reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    await app.must('privacy.set-rule', { kind: 'roll-entry', reason: 'As usual.', version: 1 });
    expect(await ruleOf()).toMatchObject({ months: 12 });
  });

  it('erases old returns, files and details together, never one within its time; counts of schools stay', async () => {
    Object.assign(app.services.clock, { now: () => '2034-11-10T12:00:00.000Z', today: () => '2034-11-10' });
    const { common } = await app.must('privacy.review', {});
    expect(common.map(({ kind }) => kind)).toEqual([
      'received-returns',
      'sent-returns',
      'refused-files',
      'audit-details',
    ]);
    const refusedFiles = common.find(({ kind }) => kind === 'refused-files');
    expect(
      await app.run('privacy.erase-common', { kind: 'refused-files', before: '2034-11-10', reason: 'Old.' }),
    ).toMatchObject({ ok: false, error: { code: 'refused' } });
    for (const { kind, before } of common)
      await app.must('privacy.erase-common', { kind, before, reason: 'Old.' });
    expect(refusedFiles?.rows).toBe(1);
    expect((await app.must('privacy.review', {})).common).toEqual([]);
    const rows = await app.services.store.read((db) => db.select().from(db.tables.receivedExclusions));
    expect(rows.map(({ surname, sessions }) => `${surname} ${String(sessions)}`)).toEqual([
      'Erased 2',
      'Erased 2',
    ]);
    expect(new Set(rows.map(({ upn }) => upn)).size).toBe(1);
    expect((await app.must('privacy.erasures', {})).erasures).toHaveLength(5);
  });

  it('is for those who manage privacy alone', async () => {
    for (const role of ['recorder', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect(await app.run('privacy.review', {}, role)).toMatchObject({ error: { code: 'not-permitted' } });
      expect(await app.run('privacy.held', subject, role)).toMatchObject({
        error: { code: 'not-permitted' },
      });
    }
  });
});

describe('the screen', () => {
  it('shows initials in lists once somebody says so', async () => {
    expect(await app.must('privacy.display', {}, 'provider-staff')).toEqual({ initialsInLists: false });
    await app.must('privacy.set-display', { initialsInLists: true });
    expect(await app.must('privacy.display', {}, 'recorder')).toEqual({ initialsInLists: true });
  });

  it('is kept out of shared screens where the system can', async () => {
    expect(await app.must('privacy.window', {})).toEqual({ supported: false, hidden: false });
    expect(await app.run('privacy.set-window', { hidden: true })).toMatchObject({
      error: { code: 'refused' },
    });
    let hidden = false;
    const shield = { supported: true, hidden: () => hidden, hide: (next: boolean) => void (hidden = next) };
    Object.assign(app.services, { shield });
    await app.must('privacy.set-window', { hidden: true });
    expect(await app.must('privacy.window', {})).toEqual({ supported: true, hidden: true });
  });

  it('has what was typed into a form again after a reload, for the same person alone', async () => {
    await app.must('forms.keep', { key: 'contact/p1/new', values: '{"name":"x"}' }, 'recorder');
    expect(await app.must('forms.kept', { key: 'contact/p1/new' }, 'recorder')).toEqual({
      values: '{"name":"x"}',
    });
    expect(await app.must('forms.kept', { key: 'contact/p1/new' }, 'decider')).toEqual({});
    await app.must('forms.drop', { key: 'contact/p1/new' }, 'recorder');
    expect(await app.must('forms.kept', { key: 'contact/p1/new' }, 'recorder')).toEqual({});
    expect(await app.run('forms.keep', { key: '../x y', values: '' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(await app.run('forms.keep', { key: 'a', values: 'x'.repeat(64_001) })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});
