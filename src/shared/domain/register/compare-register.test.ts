import { describe, expect, it } from 'vitest';
import { compareRegister, type ExpectedCode } from './compare-register.ts';
import type { RegisterMark } from './types.ts';

const at = (text: string) => ({ date: text.slice(0, 10), slot: text.endsWith('am') ? 'am' : 'pm' }) as const;
const mark = (text: string, code: string, upn = 'A1'): RegisterMark => ({ ...at(text), upn, code });
const expected = (text: string, code: ExpectedCode['code'] = 'E', upn = 'A1'): ExpectedCode => ({
  ...at(text),
  upn,
  code,
  exclusionId: 'x',
  pupilId: 'p',
  reason: { type: 'no-place' },
});

describe('comparing a register with the record', () => {
  it('agrees where the mark is the code expected', () => {
    expect(compareRegister([mark('2025-11-13 am', 'E')], [expected('2025-11-13 am')])).toEqual({
      agreeing: 1,
      clashes: [],
    });
  });

  it('finds another code, a session out without a mark, and a mark without a record', () => {
    const marks = [mark('2025-11-13 am', '/'), mark('2025-11-14 am', '/'), mark('2025-11-14 am', 'E', 'B2')];
    const { clashes, agreeing } = compareRegister(marks, [
      expected('2025-11-13 am'),
      expected('2025-11-13 pm'),
    ]);
    expect(agreeing).toBe(0);
    expect(clashes.map(({ kind }) => kind)).toEqual(['other-code', 'no-mark', 'no-record']);
  });

  it.each(['E', 'B', 'D', 'K'])('asks about %s without an exclusion', (code) => {
    expect(compareRegister([mark('2025-11-13 am', code)], []).clashes).toMatchObject([{ kind: 'no-record' }]);
  });

  it.each(['/', '\\', 'I', 'M', 'U'])('has nothing to say about %s without an exclusion', (code) => {
    expect(compareRegister([mark('2025-11-13 am', code)], []).clashes).toEqual([]);
  });

  it('looks for missing marks only between the first and the last session of the register', () => {
    const marks = [mark('2025-11-13 am', '/', 'B2'), mark('2025-11-13 pm', '/', 'B2')];
    const out = ['2025-11-12 pm', '2025-11-13 pm', '2025-11-14 am'].map((text) => expected(text));
    expect(compareRegister(marks, out).clashes).toMatchObject([
      { kind: 'no-mark', expected: { date: '2025-11-13', slot: 'pm' } },
    ]);
  });
});
