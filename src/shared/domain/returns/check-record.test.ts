import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { SchoolCalendar } from '../calendar/types.ts';
import { checkRecord, type ReturnRecord } from './check-record.ts';

const TERM: SchoolCalendar = {
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' }],
  closures: [{ from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'Half-term' }],
};

/** Thu 13 November 2025 am to Fri 14 November pm: nothing is wrong with it. */
const GOOD: ReturnRecord = {
  id: 'x1',
  pupilId: 'p1',
  kind: 'fixed-period',
  startDate: '2025-11-13',
  startSlot: 'am',
  endDate: '2025-11-14',
  endSlot: 'pm',
  halfDays: 4,
  sessions: [
    { date: '2025-11-13', slot: 'am' },
    { date: '2025-11-13', slot: 'pm' },
    { date: '2025-11-14', slot: 'am' },
    { date: '2025-11-14', slot: 'pm' },
  ],
  reasons: ['PP'],
  senProvision: 'K',
  pupil: {
    upn: 'K201400113002',
    surname: 'Okafor',
    forename: 'Ada',
    sex: 'F',
    dob: '2011-10-09',
    entryDate: '2023-09-04',
    leavingDate: undefined,
  },
};

const PERMANENT: ReturnRecord = {
  ...GOOD,
  kind: 'permanent',
  endDate: undefined,
  endSlot: undefined,
  halfDays: undefined,
  sessions: [],
};

type Changes = Partial<Omit<ReturnRecord, 'pupil'>> & { readonly pupil?: Partial<ReturnRecord['pupil']> };

function problems(changes: Changes, calendar = TERM, of = GOOD): string[] {
  const record = { ...of, ...changes, pupil: { ...of.pupil, ...changes.pupil } };
  return checkRecord(record, indexCalendar(calendar)).map(({ severity, rule }) => `${severity} ${rule}`);
}

const snowOn = (date: string): SchoolCalendar => ({
  ...TERM,
  closures: [...TERM.closures, { from: date, to: date, slot: 'all', kind: 'closure', name: 'Snow' }],
});

describe('the check of one record', () => {
  it('finds nothing wrong with a whole record', () => {
    expect(problems({})).toEqual([]);
  });

  it('X02: wants one to three reasons of the code set in use on the start date', () => {
    expect(problems({ reasons: ['PP', 'VA', 'DB'] })).toEqual([]);
    expect(problems({ reasons: [] })).toEqual(['error X02']);
    expect(problems({ reasons: ['PP', 'VA', 'DB', 'TH'] })).toEqual(['error X02']);
    expect(problems({ reasons: ['OT'] })).toEqual(['error X02']);
    expect(problems({ reasons: ['ZZ', 'QQ'] })).toEqual(['error X02', 'error X02']);
  });

  it('X02: took one reason, OT among them, before September 2020', () => {
    const old = { startDate: '2019-11-14', pupil: { entryDate: '2018-09-04' } };
    const calendar: SchoolCalendar = {
      terms: [{ schoolYear: 2019, name: 'autumn', from: '2019-09-03', to: '2019-12-20' }],
      closures: [],
    };
    const only = (reasons: readonly string[]) =>
      problems({ ...old, reasons }, calendar, PERMANENT).filter((one) => one.endsWith('X02'));
    expect(only(['OT'])).toEqual([]);
    expect(only(['PP', 'VA'])).toEqual(['error X02']);
    expect(only(['OW'])).toEqual(['error X02']);
  });

  it('X03: wants a start on which the school met', () => {
    const inHalfTerm = {
      startDate: '2025-10-29',
      endDate: '2025-10-29',
      endSlot: 'pm',
      halfDays: 2,
    } as const;
    expect(problems({ ...inHalfTerm, sessions: [] })).toContain('error X03');
    expect(problems({ startDate: '2024-11-13' })).toEqual(['error X03']);
  });

  it('X03 and X14: only ask where the school closed after the letter went out', () => {
    expect(problems({}, snowOn('2025-11-13'))).toEqual(['query X03', 'query X14']);
    expect(problems({}, snowOn('2025-11-14'))).toEqual(['query X14']);
    expect(problems({}, snowOn('2025-11-13'), PERMANENT)).toEqual(['query X03', 'query X10']);
  });

  it('X03: wants the pupil born, joined and not yet gone at the start', () => {
    expect(problems({ pupil: { dob: '2025-11-13' } })).toEqual(['error X03']);
    expect(problems({ pupil: { dob: '2025-11-12' } })).toEqual([]);
    expect(problems({ pupil: { entryDate: '2025-11-14' } })).toEqual(['error X03']);
    expect(problems({ pupil: { entryDate: '2025-11-13' } })).toEqual([]);
    expect(problems({ pupil: { entryDate: undefined } })).toEqual([]);
    expect(problems({ pupil: { leavingDate: '2025-11-12' } })).toEqual(['error X03']);
    expect(problems({ pupil: { leavingDate: '2025-11-13' } })).toEqual([]);
  });

  it('X04: wants 1 to 90 sessions', () => {
    expect(problems({ halfDays: undefined })).toEqual(['error X04']);
    expect(problems({ halfDays: 0 })).toEqual(['error X04']);
    expect(problems({ halfDays: 91 })).toEqual(['error X04']);
    expect(problems({ halfDays: 90 })).not.toContain('error X04');
    const one = {
      halfDays: 1,
      endDate: '2025-11-13',
      endSlot: 'am',
      sessions: GOOD.sessions.slice(0, 1),
    } as const;
    expect(problems(one)).toEqual([]);
  });

  it('X05: wants no sessions of a permanent exclusion', () => {
    expect(problems({ halfDays: 2 }, TERM, PERMANENT)).toContain('error X05');
    expect(problems({}, TERM, PERMANENT)).not.toContain('error X05');
  });

  it('X10: asks whether a permanent exclusion is final, and nothing of the other kinds', () => {
    expect(problems({}, TERM, PERMANENT)).toEqual(['query X10']);
    expect(problems({ final: true }, TERM, PERMANENT)).toEqual([]);
  });

  it('X11: wants the form of a UPN, and asks about a check letter that does not fit', () => {
    expect(problems({ pupil: { upn: 'K20140011300' } })).toEqual(['error X11']);
    expect(problems({ pupil: { upn: 'I201400113002' } })).toEqual(['error X11']);
    expect(problems({ pupil: { upn: 'G201400113002' } })).toEqual(['query X11']);
  });

  it('X14: wants as many sessions as it was issued for', () => {
    expect(problems({ halfDays: 5 })).toEqual(['error X14']);
    expect(problems({ sessions: GOOD.sessions.slice(1) })).toEqual(['error X14']);
  });

  it('X14: does not count the sessions of lunchtimes', () => {
    const lunch = { kind: 'lunchtime', halfDays: 2, sessions: [] } as const;
    expect(problems(lunch)).not.toContain('error X14');
  });

  it('X21: wants an SEN provision in use on the start date', () => {
    for (const senProvision of ['N', 'K', 'E', undefined]) expect(problems({ senProvision })).toEqual([]);
    expect(problems({ senProvision: 'S' })).toEqual(['error X21']);
    expect(problems({ startDate: '2014-11-13', senProvision: 'S' })).not.toContain('error X21');
  });

  it('X23: says how a name will be cut that is longer than the census takes', () => {
    const name = 'Ángeles-Wetherby-Featherstonehaugh-Ng';
    expect(problems({ pupil: { surname: name } })).toEqual(['query X23']);
    expect(problems({ pupil: { forename: name } })).toEqual(['query X23']);
    expect(problems({ pupil: { surname: name.slice(0, 35) } })).toEqual([]);
  });

  it('X24: asks about a sex that is not recorded', () => {
    expect(problems({ pupil: { sex: 'U' } })).toEqual(['query X24']);
    expect(problems({ pupil: { sex: 'M' } })).toEqual([]);
  });

  it('says for each problem whether the exclusion or the pupil puts it right', () => {
    const found = checkRecord(
      { ...GOOD, reasons: [], pupil: { ...GOOD.pupil, sex: 'U' } },
      indexCalendar(TERM),
    );
    expect(found.map(({ rule, at }) => `${rule} ${at}`)).toEqual(['X02 exclusion', 'X24 pupil']);
  });
});
