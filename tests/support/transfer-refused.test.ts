import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTransferFile, writeTransferFile } from '#main/exchange/transfer-file.ts';
import { makeSigningKey } from '#main/exchange/signing-keys.ts';
import { auditOf } from '../builders/audit-of.ts';
import { mustBe as must, openMovingSchool, type MovingSchool } from '../builders/transfer-pair.ts';

let northgate: MovingSchool;
let southfield: MovingSchool;
/** The same child at both. */
let there: string;
let here: string;

beforeEach(async () => {
  northgate = await openMovingSchool({ laEstab: '2014001', name: 'Northgate School' });
  southfield = await openMovingSchool({ laEstab: '2014002', name: 'Southfield Academy' });
  there = await northgate.kai();
  here = await southfield.kai();
});
afterEach(async () => {
  await northgate.close();
  await southfield.close();
});

const refusedWith = (message: RegExp) => ({
  ok: false,
  error: { problems: [{ severity: 'error', message: expect.stringMatching(message) as string }] },
});

describe('a file is refused', () => {
  it('with any byte of it altered, cut short or added to', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    expect(readTransferFile(file).ok).toBe(true);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(file);
        altered.writeUInt8(altered.readUInt8(at) ^ by, at);
        expect(readTransferFile(altered)).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
      }),
      { numRuns: 300 },
    );
    for (const other of [file.subarray(0, -1), Buffer.concat([file, Buffer.from(' ')]), Buffer.alloc(0)])
      expect(readTransferFile(other).ok).toBe(false);
    const fewer = Buffer.from(file.toString('utf8').replace('"halfDays":4', '"halfDays":2'));
    expect(await southfield.take(fewer)).toMatchObject(refusedWith(/altered/));
    expect(await southfield.earlier(here)).toEqual([]);
  });

  it('of another pupil, saying in what: the number, the date of birth, the surname', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    const other = await southfield.pupil('Kim Other', { dob: '2011-01-02' });
    expect(await southfield.take(file, { pupilId: other })).toMatchObject(
      refusedWith(
        /another pupil: the UPN is A000000000001 in the file and A000000000002 here; the date of birth is 4 March 2012 in the file and 2 January 2011 here; the surname is Moreau in the file and Other here/,
      ),
    );
    await southfield.services.store.write((db) => db.update(db.tables.pupils).set({ dob: '2012-03-05' }));
    expect(await southfield.take(file)).toMatchObject(refusedWith(/another pupil: the date of birth/));
    expect(await southfield.earlier(here)).toEqual([]);
  });

  it('of nobody on the roll, and one that the school wrote itself', async () => {
    await northgate.pupil('Nobody Else');
    const second = await northgate.pupil('Lena Stray');
    expect(await southfield.take(await northgate.handOn(second))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await northgate.take(await northgate.handOn(there))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('your own school') as string },
    });
  });

  it('written on a day to come, which would keep later ones out', async () => {
    northgate.goTo('2026-11-12');
    const file = await northgate.handOn(there);
    expect(await southfield.take(file)).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('written on Thu 12 November 2026, which is to come') as string,
      },
    });
  });

  it('with days in a school year that was far off when it was written', async () => {
    await northgate.issue(there);
    const file = readTransferFile(await northgate.handOn(there));
    if (!file.ok) throw new Error(file.error.message);
    const { contents } = file.value;
    const halfDays = [{ schoolYear: 2027, term: 'autumn' as const, halfDays: 20 }];
    const ahead = { ...contents, history: { ...contents.history, halfDays } };
    const written = writeTransferFile(ahead, makeSigningKey());
    if (!written.ok) throw new Error(written.error.message);
    expect(await southfield.take(Buffer.from(written.value))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('2027/28, which was far off') as string },
    });
    expect(await southfield.earlier(here)).toEqual([]);
  });

  it('older than the one there; the same again changes nothing and says so; a newer one takes its place', async () => {
    await northgate.issue(there);
    const first = await northgate.handOn(there);
    northgate.goTo('2025-11-24');
    await northgate.issue(there, { startDate: '2025-11-25', incidentOn: '2025-11-24', halfDays: 6 });
    const second = await northgate.handOn(there);
    southfield.goTo('2025-11-24');

    expect(await must(southfield.take(first))).toMatchObject({ outcome: 'taken' });
    const autumn = { pupilId: here, schoolYear: 2025, term: 'autumn', source: 'Corrected' } as const;
    await southfield.must('pupils.set-earlier-half-days', { ...autumn, halfDays: 3 });
    expect(await must(southfield.preview(first))).toMatchObject({
      terms: [{ before: 3, after: 3 }],
      typed: [],
    });
    expect(await must(southfield.take(first))).toMatchObject({ outcome: 'same' });
    expect(await southfield.yearTotal(here)).toBe(3);
    await southfield.must('pupils.set-earlier-half-days', { ...autumn, halfDays: 4 });
    expect(await auditOf(southfield, 'transfer.import')).toHaveLength(2);
    expect(await southfield.yearTotal(here)).toBe(4);

    expect(await must(southfield.preview(second))).toMatchObject({
      outcome: 'newer',
      key: { standing: 'confirmed' },
      terms: [{ before: 4, after: 10 }],
    });
    expect(await must(southfield.take(second))).toMatchObject({ outcome: 'replaced' });
    expect(await southfield.yearTotal(here)).toBe(10);
    expect((await southfield.must('transfer.earlier', { pupilId: here })).records).toHaveLength(1);

    expect(await southfield.take(first)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('A later file of Northgate School is here') as string },
    });
    expect(await southfield.yearTotal(here)).toBe(10);
  });

  it('until somebody compared the key of a school that was never met, and when that school comes with another key', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    expect(await must(southfield.preview(file))).toMatchObject({ key: { standing: 'unknown' } });
    for (const fingerprint of ['', '0000 0000 0000 0000 0000 0000 0000 0000'])
      expect(await southfield.take(file, { fingerprint })).toMatchObject({
        ok: false,
        error: { fields: [{ path: 'fingerprint' }] },
      });
    expect(await southfield.earlier(here)).toEqual([]);
    await must(southfield.take(file));

    // Somebody else signs in the name of the school.
    const read = readTransferFile(file);
    if (!read.ok) throw new Error('unreadable');
    const { contents } = read.value;
    const forged = await must(
      Promise.resolve(
        writeTransferFile(
          { ...contents, history: { ...contents.history, madeAt: '2025-11-12T13:00:00.000Z', halfDays: [] } },
          makeSigningKey(),
        ),
      ),
    );
    expect(await must(southfield.preview(Buffer.from(forged)))).toMatchObject({
      key: { standing: 'changed' },
    });
    expect(await southfield.take(Buffer.from(forged), { fingerprint: '' })).toMatchObject({ ok: false });
    expect(await southfield.yearTotal(here)).toBe(4);
  });

  it('to who may not: the clerk writes none and reads none', async () => {
    const fileId = southfield.fileId('none');
    for (const answer of [
      await southfield.run('transfer.export', { pupilId: here }, 'governor-clerk'),
      await southfield.run('transfer.preview', { fileId }, 'governor-clerk'),
      await southfield.run('transfer.import', { fileId }, 'provider-staff'),
      await southfield.run('transfer.earlier', { pupilId: here }, 'authority'),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });
});
