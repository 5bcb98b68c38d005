import { describe, expect, it } from 'vitest';
import type { SessionStanding } from '../placements/types.ts';
import {
  educationDayCompliance,
  firstSessionCompliance,
  gapsBeforePlace,
  type StoodExclusion,
} from './first-places.ts';
import { hadPlace, sessionNeed } from './session-need.ts';

const WEEK = { from: '2025-11-17', to: '2025-11-28' };

/** Out from Monday 17 November, one letter a session: `a`ttended, `b`ooked, `x` absent, `h`ome, `-` no place, `?` held. */
function out(letters: string, more: Partial<StoodExclusion> = {}): StoodExclusion {
  const standings: Readonly<Record<string, SessionStanding>> = {
    a: 'attended',
    b: 'booked',
    x: 'absent',
    h: 'work-at-home',
    '-': 'no-place',
    '?': 'held',
  };
  return {
    kind: 'fixed-period',
    startDate: '2025-11-17',
    education: { none: 'too-short' },
    sessions: [...letters].map((letter, at) => ({
      date: `2025-11-${String(17 + Math.floor(at / 2) + (at >= 10 ? 2 : 0))}`,
      slot: at % 2 === 0 ? 'am' : 'pm',
      standing: standings[letter] ?? 'no-place',
    })),
    ...more,
  };
}

describe('how excluded sessions ended', () => {
  it('never counts a place that was not taken up as no place', () => {
    expect(sessionNeed(['attended', 'absent', 'declined', 'no-place', 'uncovered', 'held'])).toEqual({
      sessions: 6,
      attended: 1,
      booked: 1,
      notTakenUp: 2,
      workAtHome: 0,
      noPlace: 2,
    });
  });

  it('takes neither a hold nor work at home for a place, but one that was declined', () => {
    expect([hadPlace('held'), hadPlace('work-at-home'), hadPlace('declined')]).toEqual([false, false, true]);
  });
});

describe('day one', () => {
  it('is kept when there was a place on the very first session, taken up or not', () => {
    expect(firstSessionCompliance([out('ax'), out('xa'), out('-a'), out('ha'), out('?a')], WEEK)).toEqual({
      met: 2,
      n: 5,
      leftOut: {},
    });
  });

  it('leaves out, with why, what has no first session, and passes over what starts on other days', () => {
    const others = [
      out('', { kind: 'lunchtime' }),
      out(''),
      out('aa', { startDate: '2025-11-14' }),
      out('aa', { startDate: '2025-12-01' }),
    ];
    expect(firstSessionCompliance(others, WEEK)).toEqual({
      met: 0,
      n: 0,
      leftOut: { lunchtime: 1, 'no-sessions': 1 },
    });
  });
});

describe('day six', () => {
  const sixth = { education: { from: '2025-11-24' } };

  it('wants a place in every session of the day', () => {
    const [whole, half, none] = ['----------aa', '----------a-', 'aaaaaaaaaa--'];
    expect(
      educationDayCompliance([out(whole, sixth), out(half, sixth), out(none, sixth)], WEEK),
    ).toMatchObject({ met: 1, n: 3 });
  });

  it('counts by the day itself: an exclusion that began before the period is in it', () => {
    const earlier = out('----------aa', { ...sixth, startDate: '2025-11-14' });
    expect(educationDayCompliance([earlier], WEEK)).toMatchObject({ met: 1, n: 1 });
  });

  it('leaves out, with why, what is too short, still to come, given back or not known', () => {
    const left = [
      out('aa'),
      out('aa', { education: { from: '2025-12-01' } }),
      out('aa', sixth),
      out('', { education: { none: 'not-known' } }),
      out('', { kind: 'lunchtime' }),
    ];
    expect(educationDayCompliance(left, WEEK)).toEqual({
      met: 0,
      n: 0,
      leftOut: { 'too-short': 1, 'not-reached': 1, 'given-back': 1, 'not-known': 1, lunchtime: 1 },
    });
  });
});

it('the gap is the excluded sessions before the first place, in days; who never had one is counted apart', () => {
  expect(gapsBeforePlace([out('aa'), out('-a'), out('hh-a'), out('--'), out('')], WEEK)).toEqual({
    days: [0, 0.5, 1.5],
    without: 1,
  });
});
