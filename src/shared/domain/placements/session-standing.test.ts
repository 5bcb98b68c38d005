import { describe, expect, test } from 'vitest';
import { sessionStanding, type PlaceThen } from './session-standing.ts';
import type { SessionStanding } from './types.ts';

const at = { today: '2025-11-18', now: '2025-11-18T12:00:00.000Z' };
const [yesterday, today, tomorrow] = ['2025-11-17', '2025-11-18', '2025-11-19'] as const;

const booked: PlaceThen = {
  kind: 'pru',
  state: 'booked',
  heldUntil: null,
  endedCode: null,
  endedAt: null,
  outcome: null,
  visitMade: null,
};
const held: PlaceThen = { ...booked, state: 'held', heldUntil: '2025-11-18T12:00:01.000Z' };
const ended = (endedCode: PlaceThen['endedCode'], endedAt = '2025-11-14T09:00:00.000Z'): PlaceThen => ({
  ...booked,
  state: 'cancelled',
  endedCode,
  endedAt,
});
const atHome = (visitMade: boolean | null, outcome: PlaceThen['outcome'] = null): PlaceThen => ({
  ...booked,
  kind: 'home-study',
  visitMade,
  outcome,
});

describe('an excluded session', () => {
  test.each<[string, string, readonly PlaceThen[], SessionStanding, boolean]>([
    ['to come without a place', tomorrow, [], 'uncovered', true],
    ['gone by without a place', yesterday, [], 'no-place', true],
    ['of today without a place', today, [], 'uncovered', true],
    ['booked', tomorrow, [booked], 'booked', false],
    ['booked and gone by, but not marked', yesterday, [booked], 'not-marked', false],
    ['held', tomorrow, [held], 'held', false],
    ['whose hold has run out', tomorrow, [{ ...held, heldUntil: at.now }], 'uncovered', true],
    ['attended', yesterday, [{ ...booked, outcome: 'attended' }], 'attended', false],
    ['of a place not taken up', yesterday, [{ ...booked, outcome: 'absent' }], 'absent', false],
    ['that the parents declined', today, [{ ...booked, outcome: 'declined' }], 'declined', false],
    [
      'from which the centre excluded the pupil',
      today,
      [{ ...booked, outcome: 'excluded-from-centre' }],
      'excluded-from-centre',
      false,
    ],
    [
      'whose place the parents declined beforehand',
      tomorrow,
      [ended('declined-by-parent')],
      'declined',
      false,
    ],
    [
      'to come after the centre excluded the pupil: another place is needed',
      tomorrow,
      [ended('excluded-from-centre')],
      'excluded-from-centre',
      true,
    ],
    [
      'gone by after the centre excluded the pupil',
      yesterday,
      [ended('excluded-from-centre')],
      'excluded-from-centre',
      false,
    ],
    ['to come after the pupil did not arrive', tomorrow, [ended('not-arrived')], 'uncovered', true],
    ['gone by after the pupil did not arrive', yesterday, [ended('not-arrived')], 'absent', false],
    ['whose provider closed', tomorrow, [ended('provider-closed')], 'uncovered', true],
    [
      'booked again after the parents declined one',
      tomorrow,
      [ended('declined-by-parent'), booked],
      'booked',
      false,
    ],
    [
      'declined once, and then closed by the next provider',
      tomorrow,
      [ended('provider-closed', '2025-11-17T09:00:00.000Z'), ended('declined-by-parent')],
      'uncovered',
      true,
    ],
    [
      'declined, and booked in error afterwards',
      tomorrow,
      [ended('booked-in-error', '2025-11-17T09:00:00.000Z'), ended('declined-by-parent')],
      'declined',
      false,
    ],
    ['with work at home and no visit', tomorrow, [atHome(null)], 'work-at-home', true],
    ['at home with a visit planned', tomorrow, [atHome(false)], 'booked', false],
    ['at home with a planned visit that was not made', yesterday, [atHome(false)], 'work-at-home', true],
    ['at home with a visit made', yesterday, [atHome(true, 'attended')], 'attended', false],
    [
      'at home, marked as attended though nobody came',
      yesterday,
      [atHome(null, 'attended')],
      'work-at-home',
      true,
    ],
    ['at home, not done', yesterday, [atHome(null, 'absent')], 'absent', false],
  ])('%s', (_, date, places, standing, wantsPlace) => {
    expect(sessionStanding(date, places, at)).toMatchObject({ standing, wantsPlace });
  });
});
