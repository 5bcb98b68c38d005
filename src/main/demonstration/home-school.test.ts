import { describe, expect, it } from 'vitest';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';
import { generateArea } from './generate-area.ts';

/** A school day, the ends of terms and holidays, a weekend, the first day of a year. */
const DAYS = ['2025-11-18', '2026-07-20', '2026-08-10', '2026-09-01', '2027-01-09', '2026-12-25'];
const areas = DAYS.map((today, at) => generateArea({ seed: 20 + at, today }));
const [area] = areas;
if (area === undefined) throw new Error('No area.');

describe('the book of places', () => {
  it('has only sessions the provider runs, never overfilled, and no pupil twice at once', () => {
    for (const { homeSchool } of areas) {
      const pupilsAt = new Map<string, number>();
      const placesOf = new Map<string, number>();
      for (const { provider: id, sessions, state, exclusion } of homeSchool.placements) {
        const provider = homeSchool.providers.find((one) => one.id === id);
        if (provider === undefined) throw new Error(`No provider ${id}.`);
        expect(sessions.length).toBeGreaterThan(0);
        for (const { date, slot } of sessions) {
          const row = provider.sessions.find((one) => one.weekday === weekdayOf(date) && one.slot === slot);
          const isClosed = provider.closures.some(
            (closure) => closure.from <= date && date <= closure.to && ['all', slot].includes(closure.slot),
          );
          expect(isClosed).toBe(false);
          if (state !== 'held' && state !== 'booked') continue;
          const place = `${id} ${date} ${slot}`;
          const pupil = `${String(homeSchool.exclusions[exclusion]?.pupil)} ${date} ${slot}`;
          placesOf.set(place, (placesOf.get(place) ?? 0) + 1);
          pupilsAt.set(pupil, (pupilsAt.get(pupil) ?? 0) + 1);
          expect(placesOf.get(place)).toBeLessThanOrEqual(row?.capacity ?? 0);
          expect(pupilsAt.get(pupil)).toBe(1);
        }
      }
    }
  });

  it('places pupils only in sessions of their exclusion, or after a permanent one from its sixth day', () => {
    for (const { homeSchool } of areas) {
      const index = indexCalendar(homeSchool.calendar);
      for (const { exclusion, sessions } of homeSchool.placements) {
        const owner = homeSchool.exclusions[exclusion];
        if (owner === undefined) throw new Error('A placement has no exclusion.');
        if (owner.kind === 'permanent') {
          const sixth = index.schoolDayAfter(owner.start.date, 5) ?? '';
          expect(sessions.filter(({ date }) => date < sixth)).toEqual([]);
        } else {
          const out = new Set(owner.sessions.map(({ date, slot }) => `${date} ${slot}`));
          expect(sessions.filter(({ date, slot }) => !out.has(`${date} ${slot}`))).toEqual([]);
        }
      }
    }
  });

  it('holds with an end and cancels with a reason', () => {
    for (const { state, heldUntil, endedReason } of areas.flatMap(
      ({ homeSchool }) => homeSchool.placements,
    )) {
      expect(heldUntil !== null).toBe(state === 'held');
      expect(endedReason !== null).toBe(state === 'cancelled');
    }
  });
});

describe('the home school on an ordinary school day', () => {
  const { homeSchool, today } = area;
  const running = homeSchool.exclusions
    .map((exclusion, at) => ({ exclusion, at }))
    .filter(
      ({ exclusion }) =>
        exclusion.kind === 'fixed-period' &&
        exclusion.state === 'issued' &&
        exclusion.sessions.some(({ date }) => date === today),
    );
  const activeOn = (at: number, date: string) =>
    homeSchool.placements
      .filter(({ exclusion, state }) => exclusion === at && state !== 'cancelled')
      .flatMap(({ sessions }) => sessions)
      .filter((session) => session.date === date).length;

  it('has pupils out who are placed all day, half the day and not at all', () => {
    const shares = running.map(({ exclusion, at }) => {
      const out = exclusion.sessions.filter(({ date }) => date === today).length;
      const placed = activeOn(at, today);
      return placed === 0 ? 'none' : placed === out ? 'all' : 'part';
    });
    expect(shares.filter((share) => share === 'all').length).toBeGreaterThanOrEqual(3);
    expect(shares).toContain('part');
    expect(shares).toContain('none');
  });

  it('has one that starts tomorrow on hold, a draft, a recent permanent exclusion and lunchtimes', () => {
    const tomorrow = addDays(today, 1);
    const held = homeSchool.placements.filter(({ state }) => state === 'held');
    expect(held.map(({ exclusion }) => homeSchool.exclusions[exclusion]?.start.date)).toEqual([tomorrow]);
    expect(homeSchool.exclusions.filter(({ state }) => state === 'draft')).toHaveLength(1);
    const recent = homeSchool.exclusions.filter(({ start }) => start.date >= addDays(today, -14));
    expect(recent.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['permanent', 'lunchtime', 'fixed-period']),
    );
  });

  it('finds the partner school full tomorrow morning', () => {
    const there = homeSchool.placements
      .filter(({ provider, state }) => provider === 'partner-school' && state === 'booked')
      .flatMap(({ sessions }) => sessions)
      .filter(({ date, slot }) => date === addDays(today, 1) && slot === 'am');
    expect(there).toHaveLength(3);
  });
});
