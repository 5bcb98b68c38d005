import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { Session, Slot } from '../calendar/types.ts';
import { educationDue } from '../exclusions/education-due.ts';
import { checkLimits } from '../exclusions/limits.ts';
import { dutiesOf } from './duties-of.ts';
import { governorsRow } from './governors-row.ts';
import { ruleSetOn } from './rule-sets.ts';
import type { CaseEvent, Duty, DutyCase, Examination, RuleSet } from './types.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2019, name: 'summer', from: '2020-04-20', to: '2020-07-21' },
    { schoolYear: 2020, name: 'autumn', from: '2020-09-02', to: '2020-12-18' },
    { schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' },
  ],
  closures: [{ from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' }],
});

interface Given {
  readonly start?: string;
  readonly slot?: Slot;
  readonly halfDays?: number;
  readonly permanent?: boolean;
  readonly before?: { readonly start: Session; readonly halfDays: number };
  readonly events?: readonly Omit<CaseEvent, 'id'>[];
  readonly sittings?: readonly Examination[];
  readonly governorsToldOn?: string;
  readonly promiseFromDay?: number;
  readonly ruleSet?: RuleSet;
}

function caseOf(given: Given): DutyCase {
  const { start = '2025-06-09', slot = 'am', halfDays = 4, permanent = false, before } = given;
  const ruleSet = given.ruleSet ?? ruleSetOn(start);
  if (ruleSet === undefined) throw new Error(`no rule set on ${start}`);
  const kind = permanent ? 'permanent' : 'fixed-period';
  const sessions = permanent ? [] : index.sessionsFrom({ date: start, slot }, halfDays);
  const last = sessions.at(-1);
  const span = { id: 'this', kind, start: { date: start, slot }, ...(last ? { last } : {}) } as const;
  const earlier = before === undefined ? [] : index.sessionsFrom(before.start, before.halfDays);
  const earlierLast = earlier.at(-1);
  const others =
    before === undefined || earlierLast === undefined
      ? []
      : [{ id: 'before', kind: 'fixed-period' as const, start: before.start, last: earlierLast }];
  const { decisiveTerm } = checkLimits({
    exclusion: { id: 'this', kind, halfDays: sessions },
    others: others.map(({ id, kind: other }) => ({ id, kind: other, halfDays: earlier })),
    earlier: [],
    index,
    ruleSet,
  });
  const { promiseFromDay, governorsToldOn } = given;
  return {
    exclusion: {
      ...span,
      state: 'issued',
      halfDays: sessions.length,
      noticeOn: start,
      ...(governorsToldOn === undefined ? {} : { governorsToldOn }),
    },
    ruleSet,
    index,
    ...(decisiveTerm === undefined ? {} : { term: decisiveTerm }),
    education: educationDue({
      exclusion: span,
      others,
      index,
      ruleSet,
      ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
    }),
    examsMissed: given.sittings ?? [],
    examsOver: false,
    pupil: { inCare: false, hasSocialWorker: false, hasHomeAuthority: false },
    schoolPhase: 'secondary',
    events: (given.events ?? []).map((event, at) => ({ id: String(at), ...event })),
  };
}

function dutyOf(given: Given, key: string): Duty {
  const found = dutiesOf(caseOf(given)).find((duty) => duty.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

const keysOf = (given: Given): readonly string[] => dutiesOf(caseOf(given)).map(({ key }) => key);

describe('the notice of education', () => {
  it('may come later where it is not known, 48 hours before it starts, and names that day', () => {
    expect(dutyOf({ halfDays: 16 }, 'education-notice')).toMatchObject({
      dueBy: '2025-06-09',
      dueSlot: 'pm',
    });
    expect(dutyOf({ halfDays: 16 }, 'education-notice').reading).toBe(
      'If it is not known by then: at the latest 48 hours before it starts, by Sat 14 June 2025.',
    );
  });

  it('may not come later where the sixth day is the first or second of a joined exclusion', () => {
    const joined = {
      start: '2025-06-12',
      halfDays: 8,
      before: { start: { date: '2025-06-06', slot: 'am' }, halfDays: 8 },
    } as const;
    expect(dutyOf(joined, 'education-start').dueBy).toBe('2025-06-13');
    expect(dutyOf(joined, 'education-notice').reading).toContain('There is no later time');
  });

  it('may come later where the sixth day is the fourth of a joined exclusion', () => {
    const joined = {
      start: '2025-06-10',
      halfDays: 8,
      before: { start: { date: '2025-06-06', slot: 'am' }, halfDays: 4 },
    } as const;
    expect(dutyOf(joined, 'education-start').dueBy).toBe('2025-06-13');
    expect(dutyOf(joined, 'education-notice').reading).toContain('by Wed 11 June 2025');
  });

  it('can be shorter by agreement where a promise comes before the sixth day', () => {
    const { reading, basis } = dutyOf({ promiseFromDay: 1 }, 'education-notice');
    expect(reading).toContain('can agree to less than 48 hours');
    expect(basis).toBe('promise');
  });
});

describe('a promise', () => {
  it('is shown as a promise and leaves the day of the law where it is', () => {
    const given = { halfDays: 16, promiseFromDay: 2 };
    expect(dutyOf(given, 'education-promise')).toMatchObject({ dueBy: '2025-06-10', basis: 'promise' });
    expect(dutyOf(given, 'education-start')).toMatchObject({ dueBy: '2025-06-16', basis: 'law' });
  });

  it('is not shown where it comes no sooner than the law', () => {
    expect(keysOf({ halfDays: 16, promiseFromDay: 6 })).not.toContain('education-promise');
  });
});

describe('the governors’ windows', () => {
  it('count from the day on which the governors were told, where that is recorded', () => {
    expect(dutyOf({ permanent: true }, 'governors-meeting').dueBy).toBe('2025-06-30');
    expect(dutyOf({ permanent: true, governorsToldOn: '2025-06-11' }, 'governors-meeting').dueBy).toBe(
      '2025-07-02',
    );
  });

  it('name the later day of the coronavirus time without taking it as the limit', () => {
    const duty = dutyOf({ start: '2020-06-01', permanent: true }, 'governors-meeting');
    expect(duty.dueBy).toBe('2020-06-22');
    expect(duty.reading).toContain('by the 25th school day, Mon 6 July 2020');
    const asked = {
      start: '2020-06-01',
      halfDays: 12,
      events: [{ type: 'representations', on: '2020-06-02' }],
    } as const;
    expect(dutyOf(asked, 'governors-meeting')).toMatchObject({ dueBy: '2020-09-21' });
    expect(dutyOf(asked, 'governors-meeting').reading).toContain(
      'by the 60th school day, Mon 5 October 2020',
    );
  });

  it('bring the meeting before the examination and still name the law’s last day', () => {
    const sittings = [
      { date: '2025-06-18', slot: 'am', kind: 'public-examination', name: 'Physics' },
    ] as const;
    const duty = dutyOf({ permanent: true, sittings }, 'governors-meeting');
    expect(duty.dueBy).toBe('2025-06-17');
    expect(duty.reading).toBe(
      'The meeting should come before the examination on Wed 18 June 2025. The law’s last day is Mon 30 June 2025.',
    );
  });

  it('say so where no day is left before the examination', () => {
    const sittings = [
      { date: '2025-06-09', slot: 'pm', kind: 'public-examination', name: 'Physics' },
    ] as const;
    const duty = dutyOf({ sittings }, 'governors-meeting');
    expect(duty.dueBy).toBe('2025-06-30');
    expect(duty.reading).toContain('as an emergency');
  });

  it('say so where the papers cannot be five school days before', () => {
    const events = [{ type: 'meeting-set', on: '2025-06-13' }] as const;
    const duty = dutyOf({ permanent: true, events }, 'governors-papers');
    expect(duty).toMatchObject({ withoutDelay: true, dueBy: '2025-06-09' });
    expect(duty.reading).toContain('send the papers at once');
  });
});

describe('days that cannot be named', () => {
  it('are left out where the term dates are not entered, and the duty stays', () => {
    const meeting = dutyOf({ start: '2025-07-14', permanent: true }, 'governors-meeting');
    expect(meeting.dueBy).toBeUndefined();
    expect(meeting.working).toEqual([]);
    expect(dutyOf({ start: '2025-07-21', permanent: true }, 'education-start').dueBy).toBeUndefined();
    expect(dutyOf({ start: '2025-07-21', halfDays: 4 }, 'return-to-school').dueBy).toBeUndefined();
  });
});

describe('the working', () => {
  it('counts the school days after the notice and names the closed ones', () => {
    const { working } = dutyOf({ start: '2025-05-12', permanent: true }, 'governors-meeting');
    expect(working.filter(({ type }) => type === 'counted')).toHaveLength(15);
    expect(working).toContainEqual({
      type: 'closed',
      from: '2025-05-24',
      to: '2025-06-01',
      slot: 'all',
      reason: 'half-term',
    });
  });
});

describe('a new rule set', () => {
  it('is new data: a fifth one gives its own duties without a line of code', () => {
    const old = ruleSetOn('2025-06-09');
    if (old === undefined) throw new Error('no rule set');
    const fifth: RuleSet = {
      ...old,
      id: 'england-2031',
      name: 'England, from September 2031',
      from: '2031-09-01',
      educationFromDay: { value: 3, source: 'An invented regulation', certainty: 'unconfirmed' },
      governors: [
        {
          when: 'term-total',
          overTermDays: 1,
          must: 'meet',
          notBeforeDay: 2,
          byDay: 10,
          mayReinstate: true,
          source: 'An invented regulation',
          certainty: 'read',
        },
      ],
      papersDaysBefore: { value: 2, source: 'An invented regulation', certainty: 'read' },
      duties: [
        {
          key: 'tell-mayor',
          party: 'authority',
          owedBy: 'school',
          basis: 'law',
          when: { all: [{ termOver: 1.5 }, { not: { kinds: ['lunchtime'] } }] },
          due: { by: 'school-day', day: 4 },
          source: 'An invented regulation',
          certainty: 'read',
        },
        {
          key: 'thank-parents',
          party: 'parents',
          owedBy: 'school',
          basis: 'guidance',
          after: { event: 'returned' },
          due: { by: 'without-delay' },
          source: 'An invented regulation',
          certainty: 'read',
        },
      ],
    };
    const given: Given = {
      halfDays: 6,
      ruleSet: fifth,
      events: [
        { type: 'meeting-set', on: '2025-06-19' },
        { type: 'returned', on: '2025-06-12' },
      ],
    };
    expect(governorsRow(caseOf(given))?.byDay).toBe(10);
    expect(dutiesOf(caseOf(given)).map(({ key, dueBy, notBefore }) => [key, dueBy, notBefore])).toEqual([
      ['education-notice', '2025-06-09', undefined],
      ['education-start', '2025-06-11', undefined],
      ['thank-parents', '2025-06-12', undefined],
      ['tell-mayor', '2025-06-13', undefined],
      ['governors-papers', '2025-06-17', undefined],
      ['governors-meeting', '2025-06-23', '2025-06-11'],
    ]);
  });
});
