import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../domain/calendar/index-calendar.ts';
import { RULE_SETS, ruleSetOn } from '../domain/duties/rule-sets.ts';
import type { DutyCase, RuleSet } from '../domain/duties/types.ts';
import { dutyWhy } from './duty-why.ts';
import { dutyDueText, dutyTitle, ownerName, partyName } from './duty-words.ts';

const rules = (date: string): RuleSet => {
  const set = ruleSetOn(date);
  if (set === undefined) throw new Error(`no rule set on ${date}`);
  return set;
};

/** Keys that code makes; all others are data of the rule sets. */
const MADE = [
  'education-notice',
  'education-start',
  'education-promise',
  'governors-representations',
  'governors-meeting',
  'governors-papers',
  'review-apply',
  'remove-from-register',
];

describe('the title of a duty', () => {
  it('is there for every key of every rule set', () => {
    for (const set of RULE_SETS) {
      for (const key of [...MADE, ...set.duties.map((rule) => rule.key)])
        expect(dutyTitle(key, set)).not.toBe(key);
    }
  });

  it('speaks in the words of its time', () => {
    expect(dutyTitle('tell-authority', rules('2006-06-05'))).toBe('Tell the LEA');
    expect(dutyTitle('tell-authority', rules('2025-06-09'))).toBe('Tell the LA');
    expect(dutyTitle('governors-meeting', rules('2006-06-05'))).toBe(
      "Meeting of the governors' discipline committee",
    );
    expect(dutyTitle('governors-meeting', rules('2025-06-09'))).toBe('Meeting of the governing board');
    expect(dutyTitle('review-apply', rules('2006-06-05'))).toBe('Parents’ last day to ask for an appeal');
    expect(dutyTitle('review-hear', rules('2025-06-09'))).toBe('Hearing of the independent review panel');
  });
});

it('parties and owners are named in the words of the rule set', () => {
  expect(partyName('home-authority', rules('2006-06-05'))).toBe('LEA where the pupil lives');
  expect(partyName('governors', rules('2025-06-09'))).toBe('governing board');
  expect(ownerName('school', rules('2025-06-09'))).toBe('school');
  expect(ownerName('authority', rules('2025-06-09'))).toBe('LA');
});

describe('the day of a duty in words', () => {
  const base = { key: 'governors-meeting', withoutDelay: false } as const;
  it.each([
    [{ ...base, withoutDelay: true, dueBy: '2025-06-09' }, 'Without delay'],
    [{ ...base, dueBy: '2025-06-09' }, 'By Mon 9 June 2025'],
    [
      { ...base, dueBy: '2025-06-20', notBefore: '2025-06-09' },
      'Between Mon 9 June 2025 and Fri 20 June 2025',
    ],
    [{ ...base }, 'Once the term dates for its day are entered'],
    [{ ...base, key: 'governors-representations' }, 'Once the parents make representations'],
    [
      { ...base, key: 'education-notice', dueBy: '2025-06-09', dueSlot: 'am' as const },
      'By Mon 9 June 2025, before the afternoon',
    ],
    [
      { ...base, key: 'education-notice', dueBy: '2025-06-09', dueSlot: 'pm' as const },
      'By Mon 9 June 2025, end of the afternoon',
    ],
    [
      { ...base, key: 'return-to-school', dueBy: '2025-06-10', dueSlot: 'pm' as const },
      'On Tue 10 June 2025 pm',
    ],
    [
      { ...base, key: 'reintegration-meeting', dueBy: '2025-06-10', dueSlot: 'pm' as const },
      'By Tue 10 June 2025',
    ],
    [{ ...base, key: 'education-start', dueBy: '2025-06-10' }, 'From Tue 10 June 2025'],
    [
      { ...base, key: 'remove-from-register', dueBy: '2025-06-10', notBefore: '2025-06-10' },
      'Not before Tue 10 June 2025',
    ],
  ])('%j is "%s"', (duty, text) => {
    expect(dutyDueText(duty)).toBe(text);
  });
});

describe('why a duty is owed', () => {
  const index = indexCalendar({ terms: [], closures: [] });
  const caseOf = (more: Partial<DutyCase>): DutyCase => ({
    exclusion: {
      id: 'a',
      kind: 'fixed-period',
      state: 'issued',
      start: { date: '2025-06-09', slot: 'am' },
      halfDays: 4,
      noticeOn: '2025-06-09',
    },
    ruleSet: rules('2025-06-09'),
    index,
    education: { incomplete: false, run: ['a'], working: [] },
    examsMissed: [],
    examsOver: false,
    pupil: { inCare: false, hasSocialWorker: false, hasHomeAuthority: false },
    schoolPhase: 'secondary',
    events: [],
    ...more,
  });
  const term = (after: number): Pick<DutyCase, 'term'> => ({
    term: { schoolYear: 2024, term: 'summer', before: 0, after, earlier: 0, marks: [10, 30], crosses: [] },
  });
  const meeting = (more: Partial<DutyCase>) => dutyWhy({ key: 'governors-meeting' }, caseOf(more));

  it('gives the total against the marks on either side of it', () => {
    expect(dutyWhy({ key: 'governors-representations' }, caseOf(term(10)))).toBe(
      'It brings the term’s total to 5 days, not over 5.',
    );
    expect(dutyWhy({ key: 'tell-governors' }, caseOf(term(11)))).toBe(
      'It brings the term’s total to 5.5 days, over 5 and not over 15.',
    );
    expect(meeting(term(31))).toBe('It brings the term’s total to 15.5 days, over 15.');
  });

  it('names the examination and the event', () => {
    const sitting = { date: '2025-06-10', slot: 'am', kind: 'public-examination', name: 'Physics' } as const;
    expect(meeting({ ...term(4), examsMissed: [sitting] })).toBe(
      'The pupil would miss Physics on Tue 10 June 2025.',
    );
    const events = [{ id: '1', type: 'representations', on: '2025-06-11' }] as const;
    expect(meeting({ ...term(11), events })).toBe(
      'It brings the term’s total to 5.5 days, over 5 and not over 15, and the parents asked for it on Wed 11 June 2025.',
    );
  });

  it('tells a case that was taken back', () => {
    const back = { date: '2025-06-11', slot: 'am' } as const;
    const events = [{ id: '1', type: 'cancelled', on: '2025-06-10', back }] as const;
    expect(dutyWhy({ key: 'tell-cancelled-parents' }, caseOf({ events }))).toBe(
      'The suspension was taken back, with the pupil in school again from Wed 11 June 2025.',
    );
  });

  it('is a sentence for every key', () => {
    for (const set of RULE_SETS) {
      for (const key of [...MADE, ...set.duties.map((rule) => rule.key)]) {
        expect(dutyWhy({ key }, caseOf({ ...term(4), ruleSet: set }))).toMatch(/^[A-Z].*[^ ]\.$/);
      }
    }
  });

  it('counts education over the exclusions that join, and names a permanent one as such', () => {
    const education = {
      incomplete: false,
      run: ['a', 'b'],
      working: [],
      law: { date: '2025-06-16', day: 6, reachedOn: '2025-06-16', source: 'SI 2007/1870', certainty: 'read' },
    } as const;
    expect(dutyWhy({ key: 'education-start' }, caseOf({ education }))).toBe(
      'Mon 16 June 2025 is school day 6 out, counted over 2 suspensions with no session at school between them.',
    );
    const permanent = caseOf({});
    expect(dutyWhy({ key: 'tell-authority' }, permanent)).toBe('It is owed for every suspension.');
    expect(
      dutyWhy(
        { key: 'tell-authority' },
        { ...permanent, exclusion: { ...permanent.exclusion, kind: 'permanent' } },
      ),
    ).toBe('It is owed for every permanent exclusion.');
  });
});
