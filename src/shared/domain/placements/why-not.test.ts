import { describe, expect, test } from 'vitest';
import { mon, on, place, request, typesOf, type Change } from '../../../../tests/builders/place-request.ts';
import { sessionKey } from '../calendar/session-key.ts';
import { whyNot } from './why-not.ts';

const own = place('amara', mon, { providerId: 'elm', exclusionId: 'x' });
const two = [place('ben', mon), place('cat', mon)];
const flood = { from: '2025-11-17', to: '2025-11-17', slot: 'all', reason: 'Flood' } as const;

describe('what a session has against a pupil', () => {
  test.each<[string, Change, readonly string[]]>([
    ['nothing, with room', { places: [place('ben', mon)] }, []],
    ['it is not one of the exclusion’s', { asking: { toCover: new Map() } }, ['not-to-cover']],
    ['it is not run', { provider: { sessions: [] } }, ['not-run']],
    ['it is closed', { provider: { closures: [flood] } }, ['closed']],
    ['it is taken to the last place', { places: two }, ['full']],
    [
      'the places left are out of use',
      { provider: { closures: [{ ...flood, places: 1 }] }, places: [place('ben', mon)] },
      ['full'],
    ],
    ['places out of use leave room', { provider: { closures: [{ ...flood, places: 1 }] } }, []],
    ['the pupil has another place then', { places: [own] }, ['placed']],
    [
      'every rule at once',
      { asking: { toCover: new Map() }, provider: { closures: [flood] }, places: [own] },
      ['not-to-cover placed closed'],
    ],
    ['closed and full: the closure is enough', { provider: { closures: [flood] }, places: two }, ['closed']],
    ['full with the pupil’s own place: that is enough', { places: [own, ...two] }, ['placed']],
    [
      'the week has its number of different pupils, though the day holds fewer',
      { provider: { weekCapacity: 2 }, places: [place('ben', on(3)), place('cat', on(5, 'pm'))] },
      ['week-full'],
    ],
    [
      'the week has room for a pupil who comes already',
      {
        provider: { weekCapacity: 2 },
        places: [place('ben', on(3)), place('amara', on(5), { exclusionId: 'x' })],
      },
      [],
    ],
    [
      'pupils of another week do not count',
      { provider: { weekCapacity: 1 }, places: [place('ben', { date: '2025-11-24', slot: 'am' })] },
      [],
    ],
    [
      'the share of the school is taken',
      { provider: { schoolShare: 1 }, places: [place('ben', mon)] },
      ['share-full'],
    ],
    [
      'the share of another school is not ours',
      { provider: { schoolShare: 1 }, places: [place('ben', mon, { schoolId: 'other' })] },
      [],
    ],
    [
      'somebody is there from whom the pupil is kept apart',
      {
        asking: { keptApart: [{ pupilId: 'ben', reason: 'Fight', from: '2025-11-17' }] },
        places: [place('ben', mon)],
      },
      ['kept-apart'],
    ],
    [
      'they are kept apart no longer',
      {
        asking: { keptApart: [{ pupilId: 'ben', reason: 'Fight', from: '2025-10-01', to: '2025-11-16' }] },
        places: [place('ben', mon)],
      },
      [],
    ],
    [
      'another group is there',
      { rules: { separateGroups: true }, places: [place('ben', mon, { group: 'primary' })] },
      ['group'],
    ],
    ['the same group is there', { rules: { separateGroups: true }, places: [place('ben', mon)] }, []],
    ['nobody hosts the rota', { rules: { termRota: true } }, ['no-host']],
    [
      'the rota has a host in another term',
      { rules: { termRota: true }, provider: { hosts: [{ schoolYear: 2025, term: 'spring', host: 'B' }] } },
      ['no-host'],
    ],
    [
      'the rota has a host in the term',
      { rules: { termRota: true }, provider: { hosts: [{ schoolYear: 2025, term: 'autumn', host: 'A' }] } },
      [],
    ],
    [
      'one adult too few is down for it',
      {
        rules: { adultsNeeded: 2 },
        provider: { adults: [{ name: 'Jo', weekday: 1, slot: 'am', here: true }] },
      },
      ['adults'],
    ],
  ])('%s', (_, change, types) => {
    expect(typesOf(change)).toEqual(types);
  });

  test('a full session says who has it', () => {
    expect(whyNot(request({ places: two }), [mon])).toEqual([
      { ...mon, refusals: [{ type: 'full', capacity: 2, holders: two }] },
    ]);
  });

  test('who is in the way is named with the reason', () => {
    const [ben] = two;
    const keptApart = [{ pupilId: 'ben', reason: 'Fight on 3 June', from: '2025-06-03' }];
    expect(
      whyNot(request({ asking: { keptApart }, places: [place('ben', mon)] }), [mon])[0]?.refusals,
    ).toEqual([{ type: 'kept-apart', from: ben, reason: 'Fight on 3 June' }]);
  });
});

describe('what the rules of admission have against a pupil', () => {
  test.each<[string, Change, readonly string[]]>([
    ['the year group', { rules: { yearGroups: [7, 8] } }, ['year-group']],
    [
      'no year group on the roll',
      { rules: { yearGroups: [9] }, asking: { yearGroup: null } },
      ['year-group'],
    ],
    ['the right year group', { rules: { yearGroups: [9] } }, []],
    ['the days of the exclusion it takes', { rules: { window: { fromDay: 3 } } }, ['window']],
    ['day 1 of "up to day 5"', { rules: { window: { fromDay: 1, toDay: 5 } } }, []],
    [
      'an exclusion of five days where more than five are asked',
      { rules: { longerThanDays: 5 } },
      ['exclusion-short'],
    ],
    ['an exclusion of five days where more than four are asked', { rules: { longerThanDays: 4 } }, []],
    [
      'an exclusion of three and a half days is longer than three',
      { rules: { longerThanDays: 3 }, asking: { exclusionDays: 3.5 } },
      [],
    ],
    [
      'a permanent exclusion is never too short',
      { rules: { longerThanDays: 40 }, asking: { exclusionDays: undefined } },
      [],
    ],
    ['a learning support unit', { provider: { kind: 'learning-support-unit' } }, ['against-guidance']],
    [
      'a break in a learning support unit',
      { provider: { kind: 'learning-support-unit' }, asking: { purpose: 'respite', exclusionId: null } },
      [],
    ],
    [
      'days of an exclusion do not apply to a break',
      {
        rules: { window: { fromDay: 3 }, escort: { fromDay: 1 } },
        asking: {
          purpose: 'respite',
          exclusionId: null,
          exclusionDays: undefined,
          toCover: new Map([[sessionKey(mon), undefined]]),
        },
      },
      [],
    ],
  ])('%s', (_, change, types) => {
    expect(typesOf(change)).toEqual(types);
  });
});
