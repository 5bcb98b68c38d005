import { describe, expect, it } from 'vitest';
import { backupDue, secondPlaceState } from './backup-due.ts';

const now = '2026-11-26T10:00:00.000Z';

describe('a backup is due', () => {
  it('fifteen minutes after the last one, when something changed', () => {
    expect(backupDue({ lastAt: '2026-11-26T09:45:00.000Z', changed: true, now })).toBe(true);
    expect(backupDue({ lastAt: '2026-11-26T09:45:00.001Z', changed: true, now })).toBe(false);
  });

  it('never while nothing changed', () => {
    expect(backupDue({ lastAt: undefined, changed: false, now })).toBe(false);
    expect(backupDue({ lastAt: '2025-01-01T00:00:00.000Z', changed: false, now })).toBe(false);
  });

  it('when there is none yet, or the last one is from after a clock that was set back', () => {
    expect(backupDue({ lastAt: undefined, changed: true, now })).toBe(true);
    expect(backupDue({ lastAt: '2027-01-01T00:00:00.000Z', changed: true, now })).toBe(true);
  });
});

describe('the second place', () => {
  const chosenAt = '2026-11-01T00:00:00.000Z';

  it('is good while its last try went right', () => {
    expect(secondPlaceState({ chosenAt, lastOkAt: '2026-11-26T09:50:00.000Z' }, now, now)).toBe('good');
  });

  it('has failed until a later try goes right', () => {
    const failedAt = '2026-11-26T09:50:00.000Z';
    expect(secondPlaceState({ chosenAt, failedAt }, now, now)).toBe('failed');
    expect(secondPlaceState({ chosenAt, failedAt, lastOkAt: '2026-11-26T09:55:00.000Z' }, now, now)).toBe(
      'good',
    );
  });

  it('is old after a week without a try, but not when nothing was backed up meanwhile', () => {
    const lastOkAt = '2026-11-18T09:00:00.000Z';
    expect(secondPlaceState({ chosenAt, lastOkAt }, now, now)).toBe('old');
    expect(secondPlaceState({ chosenAt, lastOkAt }, lastOkAt, now)).toBe('good');
  });
});
