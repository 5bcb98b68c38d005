import { describe, expect, it, test } from 'vitest';
import { attendanceOf, markProblem, type MarkedPlace, type PlaceMark } from './attendance.ts';
import { countEarlierStays } from './earlier-stays.ts';
import { courseProgress } from './course-progress.ts';

const place = { date: '2025-11-17', slot: 'am', starts: '09:30', ends: '12:00' } as const;

describe('a mark', () => {
  test.each<[string, PlaceMark & { note?: string }, string | undefined]>([
    ['attended', { outcome: 'attended' }, undefined],
    [
      'late, with a reason',
      { outcome: 'attended', arrivedAt: '10:00', reason: 'transport-failed' },
      undefined,
    ],
    ['at the very start and end', { outcome: 'attended', arrivedAt: '09:30', leftAt: '12:00' }, undefined],
    ['before the session', { outcome: 'attended', arrivedAt: '09:29' }, 'outside'],
    ['after the session', { outcome: 'attended', leftAt: '12:01' }, 'outside'],
    [
      'leaving before arriving',
      { outcome: 'attended', arrivedAt: '11:00', leftAt: '10:00' },
      'left-before-arrival',
    ],
    ['absent, with a time', { outcome: 'absent', arrivedAt: '10:00' }, 'time-without-attendance'],
    ['sent out during the session', { outcome: 'excluded-from-centre', leftAt: '10:00' }, undefined],
    ['attended on time, with a reason', { outcome: 'attended', reason: 'ill' }, 'reason-without-cause'],
    ['another reason unsaid', { outcome: 'absent', reason: 'other' }, 'other-without-note'],
    ['another reason said', { outcome: 'absent', reason: 'other', note: 'Court' }, undefined],
  ])('%s', (_what, mark, problem) => {
    expect(markProblem(place, mark, '2025-11-17')?.type).toBe(problem);
  });

  it('cannot be given before its day', () => {
    expect(markProblem(place, { outcome: 'attended' }, '2025-11-16')).toEqual({ type: 'future' });
  });

  it('has no times to keep to when the provider has changed its week since', () => {
    const { date, slot } = place;
    expect(markProblem({ date, slot }, { outcome: 'attended', arrivedAt: '07:00' }, date)).toBeUndefined();
  });
});

it('counts what was marked, and coming late as coming', () => {
  const marked: (PlaceMark | undefined)[] = [
    { outcome: 'attended' },
    { outcome: 'attended', arrivedAt: '10:00' },
    { outcome: 'attended', arrivedAt: '09:30' },
    { outcome: 'absent', reason: 'ill' },
    undefined,
  ];
  const places = marked.map((mark): MarkedPlace => ({ ...place, mark }));
  expect(attendanceOf(places)).toEqual({ attended: 3, possible: 4, late: 1 });
});

describe('earlier stays', () => {
  const stay = { id: 'now', exclusionId: 'second', from: '2025-11-17' };
  const at = (placementId: string, exclusionId: string | null, date: string) =>
    ({ placementId, exclusionId, date, outcome: null }) as const;

  it('are those of other exclusions, each once', () => {
    const places = [
      at('a', 'first', '2025-10-01'),
      at('b', 'first', '2025-10-02'),
      at('c', null, '2025-09-08'),
      at('now', 'second', '2025-11-17'),
      at('other-run', 'second', '2025-11-12'),
      at('later', 'third', '2025-12-01'),
    ];
    expect(countEarlierStays(stay, places)).toBe(2);
  });

  it('are none where the pupil never came', () => {
    expect(countEarlierStays(stay, [{ ...at('a', 'first', '2025-10-01'), outcome: 'absent' }])).toBe(0);
  });
});

describe('a course', () => {
  const rows = [
    { placementId: 'first', course: 'Anger management', total: 8, done: 3 },
    { placementId: 'second', course: 'Anger management', total: 8, done: 5 },
  ];

  it('goes on from stay to stay until it is completed', () => {
    const courses = [{ name: 'Anger management', sessions: 8 }];
    expect(courseProgress(courses, [], 'first')).toEqual([
      { course: 'Anger management', total: 8, done: 0, doneHere: 0, completed: false },
    ]);
    expect(courseProgress(courses, rows.slice(0, 1), 'first')).toMatchObject([{ done: 3, completed: false }]);
    expect(courseProgress(courses, rows, 'second')).toMatchObject([
      { done: 8, doneHere: 5, completed: true },
    ]);
  });

  it('that was begun elsewhere is known here', () => {
    expect(courseProgress([], rows.slice(0, 1), 'second')).toMatchObject([
      { total: 8, done: 3, doneHere: 0 },
    ]);
  });
});
