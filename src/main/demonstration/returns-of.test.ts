import { describe, expect, it } from 'vitest';
import { canonicalReturn } from '../exchange/return-document.ts';
import { generateArea } from './generate-area.ts';
import { returnsOf } from './returns-of.ts';

const area = generateArea({ seed: 20, today: '2025-11-18' });
const { received, missing } = returnsOf(area);
const keyOf = ({ laEstab, census }: { laEstab: string; census: { referenceDate: string } }) =>
  `${laEstab} ${census.referenceDate}`;

describe('the returns an authority could have been sent', () => {
  it('are the same for the same area', () => {
    expect(returnsOf(area)).toEqual({ received, missing });
  });

  it('are for censuses already taken, whose windows lie in the years covered', () => {
    const names = [...new Set(received.map(({ census }) => `${census.term} ${String(census.year)}`))];
    expect(names).toEqual(['SUM 2024', 'AUT 2024', 'SPR 2025', 'SUM 2025', 'AUT 2025']);
  });

  it('come once from each school for each census, or are missing, and one is corrected', () => {
    const first = received.filter(({ document }) => document.serialNo === '001');
    const accounted = [...first, ...missing].map(keyOf);
    expect(new Set(accounted).size).toBe(accounted.length);
    expect(accounted).toHaveLength(5 * 33);
    const corrected = received.filter(({ document }) => document.serialNo === '002');
    expect(corrected.length).toBeGreaterThan(0);
    for (const one of corrected) expect(first.map(keyOf)).toContain(keyOf(one));
  });

  it('are partly late, nil and missing, most of all at the last census', () => {
    expect(received.some(({ late }) => late)).toBe(true);
    expect(received.some(({ document }) => document.nil)).toBe(true);
    const last = missing.filter(({ census }) => census.term === 'AUT' && census.year === 2025);
    expect(last.length).toBeGreaterThan(missing.length / 2);
    expect(missing.map(({ laEstab }) => laEstab)).not.toContain(area.homeSchool.school.laEstab);
  });

  it('hold the exclusions of their window and no others, permanent ones without sessions', () => {
    for (const { document } of received) {
      expect(canonicalReturn(document).pupils).toEqual(document.pupils);
      expect(document.nil).toBe(document.pupils.length === 0);
      for (const { exclusions, onRoll, leavingDate } of document.pupils) {
        expect(exclusions.length).toBeGreaterThan(0);
        expect(onRoll).toBe(leavingDate === undefined);
        for (const { category, startDate, sessions } of exclusions) {
          expect(startDate >= document.period.from && startDate <= document.period.to).toBe(true);
          expect(['SUSP', 'PERM']).toContain(category);
          expect(sessions === undefined).toBe(category === 'PERM');
        }
      }
    }
  });

  it('agree, when corrected, with the home school’s own records', () => {
    const latest = new Map(
      received
        .filter(({ laEstab }) => laEstab === area.homeSchool.school.laEstab)
        .map((one) => [keyOf(one), one.document]),
    );
    const counts = [...latest.values()].map(({ pupils, period }) => ({
      returned: pupils.flatMap(({ exclusions }) => exclusions).filter(({ category }) => category === 'SUSP')
        .length,
      own: area.homeSchool.exclusions.filter(
        ({ kind, start }) => kind === 'fixed-period' && start.date >= period.from && start.date <= period.to,
      ).length,
    }));
    expect(counts).toHaveLength(5);
    expect(counts.map(({ returned }) => returned)).toEqual(counts.map(({ own }) => own));
    expect(counts.every(({ own }) => own > 20)).toBe(true);
  });

  it('show pupils as they were at the census', () => {
    const leaver = received
      .flatMap(({ document }) =>
        document.pupils.map((pupil) => ({ pupil, referenceDate: document.referenceDate })),
      )
      .find(({ pupil }) => !pupil.onRoll);
    expect(leaver).toBeDefined();
    for (const { document } of received)
      for (const { dob, ncYear, onRoll } of document.pupils) {
        if (!onRoll) continue;
        const september =
          Number(document.referenceDate.slice(0, 4)) - (document.period.term === 'AUT' ? 0 : 1);
        const yearGroup = ncYear === 'R' ? 0 : Number(ncYear);
        expect(dob >= `${String(september - yearGroup - 5)}-09-01`).toBe(true);
        expect(dob <= `${String(september - yearGroup - 4)}-08-31`).toBe(true);
      }
  });
});
