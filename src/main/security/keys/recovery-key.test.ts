import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS, isGroupOf, readRecoveryKey, RECOVERY_BYTES, writeRecoveryKey } from './recovery-key.ts';

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

describe('a recovery key', () => {
  it('is read back as it was written, in groups of five without letters that look like digits', () => {
    fc.assert(
      fc.property(bytes, (key) => {
        const written = writeRecoveryKey(key);
        expect(written).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
        expect(written.split('-')).toHaveLength(GROUPS);
        expect(readRecoveryKey(written)).toEqual(key);
      }),
    );
  });

  it('is read in small letters, with spaces or nothing between the groups, with O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom('', ' ', ' - ', '–', '\n'),
        fc.constantFrom('I', 'L', 'i', 'l', '|'),
        (key, between, one) => {
          const typed = writeRecoveryKey(key)
            .replaceAll('-', between)
            .replaceAll('0', 'o')
            .replaceAll('1', one === '|' ? '1' : one)
            .toLowerCase();
          expect(readRecoveryKey(` ${typed} `)).toEqual(key);
        },
      ),
    );
  });

  it('is not read with a character that is wrong, missing or one too many', () => {
    const written = writeRecoveryKey(new Uint8Array(RECOVERY_BYTES).fill(77));
    const other = written.startsWith('9') ? '8' : '9';
    for (const typed of [
      '',
      'ABC',
      other + written.slice(1),
      written.slice(1),
      `${written}2`,
      written.replace(/.$/, '!'),
    ]) {
      expect([typed, readRecoveryKey(typed)]).toEqual([typed, undefined]);
    }
  });

  it('nearly always shows that two characters were exchanged', () => {
    let unnoticed = 0;
    for (let n = 0; n < 1000; n += 1) {
      const key = Uint8Array.from({ length: RECOVERY_BYTES }, (_, at) => (n * 31 + at * 97) % 256);
      const written = writeRecoveryKey(key).replaceAll('-', '');
      const at = n % 30;
      const [a = '', b = ''] = [written[at], written[at + 1]];
      if (a !== b && readRecoveryKey(written.slice(0, at) + b + a + written.slice(at + 2))) unnoticed += 1;
    }
    expect(unnoticed).toBeLessThan(3);
  });

  it('is asked for by group', () => {
    const written = writeRecoveryKey(new Uint8Array(RECOVERY_BYTES).fill(3));
    const groups = written.split('-');
    expect(isGroupOf(written, 2, ` ${groups[1]?.toLowerCase()} `)).toBe(true);
    expect(isGroupOf(written, 2, '')).toBe(false);
    expect(isGroupOf(written, 8, '')).toBe(false);
    expect(isGroupOf(written, 1, 'ZZZZZ')).toBe(false);
  });
});
