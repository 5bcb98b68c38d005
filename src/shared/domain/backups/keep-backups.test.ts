import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToRemove, KEPT } from './keep-backups.ts';
import { BACKUP_REASONS, type KeptBackup } from './types.ts';

const HOUR = 3_600_000;
const NOW = '2026-11-26T10:00:00.000Z';
const ago = (hours: number): string => new Date(Date.parse(NOW) - hours * HOUR).toISOString();
const timed = (hours: number): KeptBackup => ({ name: `b${hours}`, at: ago(hours), reason: 'timer' });

const someBackups = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: -60 * 24 * 400, max: 60 * 24 * 1500 }),
      reason: fc.constantFrom(...BACKUP_REASONS),
    }),
    { maxLength: 200 },
  )
  .map((made) =>
    made.map(({ minutes, reason }, at): KeptBackup => ({ name: `b${at}`, at: ago(minutes / 60), reason })),
  );

const left = (backups: readonly KeptBackup[], now = NOW) => {
  const gone = new Set(backupsToRemove(backups, now));
  return backups.filter(({ name }) => !gone.has(name));
};

describe('which backups stay', () => {
  it('all of the last 24 hours', () => {
    const quarterHours = Array.from({ length: 97 }, (_, n) => timed(n / 4));
    expect(backupsToRemove(quarterHours, NOW)).toEqual([]);
  });

  it('the last one of each of 14 days, of 8 weeks and of 9 terms', () => {
    const hourly = Array.from({ length: 24 * 365 * 4 }, (_, n) => timed(n));
    const stays = left(hourly);
    expect(stays.length).toBeLessThanOrEqual(25 + KEPT.days + KEPT.weeks + KEPT.terms);
    for (let day = 1; day < 14; day += 1) {
      const date = ago(24 * day).slice(0, 10);
      expect(stays.some(({ at }) => at.startsWith(`${date}T23`))).toBe(true);
    }
    for (let week = 2; week < 7; week += 1) {
      expect(stays.some(({ at }) => at >= ago(24 * 7 * (week + 1)) && at <= ago(24 * 7 * week))).toBe(true);
    }
    expect(stays.at(-1)?.at.slice(0, 10)).toBe('2024-04-30');
  });

  it('those made before a large step, although the day has later ones', () => {
    const backups: KeptBackup[] = [
      { name: 'import', at: ago(50), reason: 'before-import' },
      { name: 'later', at: ago(49), reason: 'timer' },
    ];
    expect(backupsToRemove(backups, NOW)).toEqual([]);
  });

  it('what was made before a long holiday, as if no day had gone by', () => {
    const beforeSummer = Array.from({ length: 14 }, (_, day) => timed(24 * (60 + day)));
    expect(backupsToRemove(beforeSummer, NOW)).toEqual([]);
  });

  it('those from after a clock that was set back', () => {
    const backups = [timed(-24 * 365), timed(-1), timed(0)];
    expect(backupsToRemove(backups, NOW)).toEqual([]);
  });

  it('the real ones, after a clock set ten years ahead made one more', () => {
    const daily = Array.from({ length: 13 }, (_, day) => timed(24 * day));
    const ahead: KeptBackup = { name: 'ahead', at: '2036-11-26T10:00:00.000Z', reason: 'timer' };
    expect(backupsToRemove([...daily, ahead], '2036-11-26T10:01:00.000Z')).toEqual([]);
  });

  it('the newest always, and nothing from after now is ever removed', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const gone = new Set(backupsToRemove(backups, NOW));
        const past = backups.filter(({ at }) => at <= NOW).toSorted((a, b) => b.at.localeCompare(a.at));
        const newest = past.filter(({ at }) => at === past[0]?.at);
        expect(backups.filter(({ name, at }) => at > NOW && gone.has(name))).toEqual([]);
        expect(newest.length === 0 || newest.some(({ name }) => !gone.has(name))).toBe(true);
      }),
    );
  });

  it('one of every day of the last fourteen that had any', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const past = backups.filter(({ at }) => at <= NOW);
        const days = (some: readonly KeptBackup[]) =>
          [...new Set(some.map(({ at }) => at.slice(0, 10)))].toSorted().slice(-KEPT.days);
        expect(days(left(past))).toEqual(days(past));
      }),
    );
  });

  it('thinning again a moment later removes nothing more, and the order given does not matter', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const stays = left(backups);
        expect(backupsToRemove(stays, NOW)).toEqual([]);
        expect(new Set(backupsToRemove(backups.toReversed(), NOW))).toEqual(
          new Set(backupsToRemove(backups, NOW)),
        );
      }),
    );
  });

  it('thinned day by day, what stays is what one thinning at the end would have kept', () => {
    const everySixHours = Array.from({ length: 4 * 200 }, (_, n) => timed(6 * n)).toReversed();
    let kept: readonly KeptBackup[] = [];
    for (const backup of everySixHours) kept = left([...kept, backup], backup.at);
    expect(kept.map(({ name }) => name)).toEqual(left(everySixHours).map(({ name }) => name));
  });
});
