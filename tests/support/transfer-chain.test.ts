import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('a pupil who moves again', () => {
  let westcliff: MovingSchool;
  let last: string;
  beforeEach(async () => {
    westcliff = await openMovingSchool({ laEstab: '2014003', name: 'Westcliff High' });
    westcliff.goTo('2025-11-24');
    last = await westcliff.kai();
    await northgate.issue(there);
  });
  afterEach(() => westcliff.close());

  const excludedHereToo = async () => {
    southfield.goTo('2025-11-24');
    await southfield.issue(here, { startDate: '2025-11-25', incidentOn: '2025-11-24', halfDays: 6 });
  };

  it('carries the days of both schools, once, even where the first one sends a file as well', async () => {
    const first = await northgate.handOn(there);
    await must(southfield.take(first));
    await excludedHereToo();
    const second = await southfield.handOn(here);
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      for (const file of order) await must(westcliff.take(file));
      expect(await westcliff.yearTotal(last)).toBe(10);
      await westcliff.services.store.write(async (db) => {
        await db.delete(db.tables.earlierRecords);
        await db.delete(db.tables.earlierHalfDays);
      });
    }
    await must(westcliff.take(second));
    const [record] = (await westcliff.must('transfer.earlier', { pupilId: last })).records;
    expect(record?.history.exclusions).toMatchObject([
      { at: 'Northgate School', halfDays: 4 },
      { halfDays: 6 },
    ]);
  });

  it('carries days that were typed by hand there, and drops them once the school they are of speaks for itself', async () => {
    await southfield.must('pupils.set-earlier-half-days', {
      pupilId: here,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 5,
      source: 'Northgate School, by phone',
    });
    await excludedHereToo();
    await must(westcliff.take(await southfield.handOn(here)));
    expect(await westcliff.yearTotal(last)).toBe(11);
    await must(westcliff.take(await northgate.handOn(there)));
    expect(await westcliff.yearTotal(last)).toBe(10);
  });

  it('and comes back has the own days of the school once, on its own record', async () => {
    await must(southfield.take(await northgate.handOn(there)));
    await excludedHereToo();
    northgate.goTo('2025-12-01');
    await must(northgate.take(await southfield.handOn(here)));
    expect(await northgate.yearTotal(there)).toBe(10);
    expect(await northgate.earlier(there)).toEqual(['2025 autumn 6']);
  });

  it('has as many days as were corrected by hand, not more', async () => {
    await must(southfield.take(await northgate.handOn(there)));
    await southfield.must('pupils.set-earlier-half-days', {
      pupilId: here,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 3,
      source: 'Corrected after a call',
    });
    await must(westcliff.take(await southfield.handOn(here)));
    expect(await westcliff.yearTotal(last)).toBe(3);
  });
});
