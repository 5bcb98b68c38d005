import { describe, expect, it } from 'vitest';
import { checkCase, type ReturnCase, type ReturnDuty } from './check-case.ts';

const TODAY = '2026-01-21';

const found: ReturnCase = {
  kind: 'fixed-period',
  state: 'issued',
  startDate: '2025-11-10',
  inCare: false,
  duties: [],
  events: [],
  follows: undefined,
  days: { term: 4, termBefore: 0, year: 4 },
};

const duty = (key: string, more: Partial<ReturnDuty> = {}): ReturnDuty => ({
  key,
  owed: true,
  dueBy: '2025-11-10',
  notBefore: undefined,
  fulfilledOn: undefined,
  ...more,
});

const rules = (more: Partial<ReturnCase>, today = TODAY) =>
  checkCase({ ...found, ...more }, today).map(({ rule, severity }) => `${severity} ${rule}`);

const event = (type: ReturnCase['events'][number]['type'], on: string) => ({ id: on, type, on });

describe('the case behind a record', () => {
  it('has nothing to be asked of without duties, as one taken over from another system', () => {
    expect(rules({ days: { term: 40, termBefore: 0, year: 100 } })).toEqual([]);
  });

  it('is asked for the letter where the term goes over 5 or 15 days (X07)', () => {
    const duties = [duty('tell-parents-writing')];
    const term = (total: number, before: number) =>
      rules({ duties, days: { term: total, termBefore: before, year: total } });
    expect(term(10, 0)).toEqual([]);
    expect(term(11, 9)).toEqual(['query X07']);
    expect(term(13, 11)).toEqual([]);
    expect(term(31, 30)).toEqual(['query X07']);
    const told = [duty('tell-parents-writing', { fulfilledOn: '2025-11-10' })];
    expect(rules({ duties: told, days: { term: 11, termBefore: 9, year: 11 } })).toEqual([]);
  });

  it('is asked about education that was owed and is not noted (X15)', () => {
    expect(rules({ duties: [duty('education-start', { dueBy: '2026-01-21' })] })).toEqual(['query X15']);
    expect(rules({ duties: [duty('education-start', { dueBy: '2026-01-22' })] })).toEqual([]);
    expect(rules({ duties: [duty('education-start', { owed: false })] })).toEqual([]);
  });

  it('keeps the return back while the authority is not told, from the day after (X16)', () => {
    const duties = [duty('tell-authority')];
    expect(rules({ duties })).toEqual(['error X16']);
    expect(rules({ duties }, '2025-11-10')).toEqual([]);
    expect(rules({ duties: [duty('tell-authority', { fulfilledOn: '2025-11-10' })] })).toEqual([]);
    expect(rules({ duties, state: 'cancelled' })).toEqual([]);
  });

  it('is asked about a meeting outside its days, or missing (X17)', () => {
    const duties = [duty('governors-meeting', { notBefore: '2025-11-18', dueBy: '2025-12-01' })];
    const met = (on: string) => rules({ duties, events: [event('meeting-begun', on)] });
    expect(met('2025-11-17')).toEqual(['query X17']);
    expect(met('2025-11-18')).toEqual([]);
    expect(met('2025-12-01')).toEqual([]);
    expect(met('2025-12-02')).toEqual(['query X17']);
    expect(rules({ duties })).toEqual(['query X17']);
    expect(rules({ duties }, '2025-12-01')).toEqual([]);
  });

  it('is refused where it was made longer or permanent against the rules of its day (X18)', () => {
    expect(rules({ follows: { as: 'extension', allowed: false } })).toEqual(['error X18']);
    expect(rules({ follows: { as: 'conversion', allowed: false } })).toEqual(['error X18']);
    expect(rules({ follows: { as: 'further', allowed: true } })).toEqual([]);
    expect(rules({ follows: { as: 'extension', allowed: true }, startDate: '2010-11-10' })).toEqual([]);
  });

  it('is refused where it was taken back after the governors met, or over 45 days (X19)', () => {
    const events = [event('meeting-begun', '2025-11-20'), event('cancelled', '2025-11-24')];
    expect(rules({ state: 'cancelled', events })).toEqual(['error X19']);
    const before = [event('cancelled', '2025-11-12')];
    expect(rules({ state: 'cancelled', events: before })).toEqual([]);
    const long = { term: 91, termBefore: 91, year: 91 };
    expect(rules({ state: 'cancelled', events: before, kind: 'permanent', days: long })).toEqual([
      'error X19',
    ]);
    expect(rules({ state: 'cancelled', events: before, days: long })).toEqual([]);
  });

  it('is asked about the virtual school head of a pupil in care, from September 2022 (X20)', () => {
    const duties = [duty('tell-virtual-school-head')];
    expect(rules({ duties, inCare: true })).toEqual(['query X20']);
    expect(rules({ duties })).toEqual([]);
    expect(rules({ duties, inCare: true, startDate: '2022-07-01' })).toEqual([]);
  });
});
