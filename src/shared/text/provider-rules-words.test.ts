import { describe, expect, test } from 'vitest';
import { KIND_PRESETS } from '../domain/providers/kind-presets.ts';
import { NO_RULES } from '../domain/providers/no-rules.ts';
import type { ProviderRules } from '../domain/providers/types.ts';
import { formatPence } from './format-pence.ts';
import { formatMiles, fromMiles, toMiles } from './miles.ts';
import { ruleSentences, sayProvider, sayRulesBriefly, type RuledProvider } from './provider-rules-words.ts';
import { sayYearGroups } from './year-group-words.ts';

const am = (capacity: number, weekday = 1) => ({
  weekday,
  slot: 'am' as const,
  capacity,
  starts: '09:00',
  ends: '12:00',
});

const provider = (rules: Partial<ProviderRules> = {}, more: Partial<RuledProvider> = {}): RuledProvider => ({
  sessions: [am(12)],
  rules: { ...NO_RULES, ...rules },
  ...more,
});

const textOf = (key: string, rules: Partial<ProviderRules>) =>
  ruleSentences(provider(rules)).find((sentence) => sentence.key === key)?.text;

describe('a provider in one paragraph', () => {
  test('says who, how many, when and how long in its first sentence', () => {
    const rules = { yearGroups: [9, 7, 8], window: { fromDay: 3 }, minDays: 2, maxDays: 14 };
    expect(sayProvider(provider(rules, { weekCapacity: 18, schoolShare: 2 }))).toBe(
      'Takes pupils of Years 7 to 9, up to 12 a session and 18 different pupils a week, at most 2 from one school, from day 3 of the exclusion, for 2 to 14 days.',
    );
  });

  test('goes on with everything else that is asked, in the order of the groups', () => {
    const rules = {
      longerThanDays: 3,
      codeOfConduct: true,
      adultsNeeded: 4,
      costPence: 3850,
      distanceMetres: fromMiles(2.4),
    };
    expect(sayProvider(provider(rules))).toBe(
      'Takes pupils of any year, up to 12 a session, only exclusions of more than 3 days. A session needs 4 adults who are down for it. Parent and pupil sign a code of conduct before the start. A place costs £38.50 a session. It is 2.4 miles from our school.',
    );
  });

  test('of no rules and no week is still a sentence', () => {
    expect(sayProvider({ sessions: [], rules: NO_RULES })).toBe('Takes pupils of any year.');
  });

  test('can be made for every kind as it is proposed', () => {
    for (const preset of Object.values(KIND_PRESETS)) {
      expect(sayProvider(preset)).toMatch(/^Takes pupils of .*\.$/);
      expect(sayProvider(preset)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('a rule in one sentence', () => {
  test.each([
    ['window', { window: { fromDay: 1, toDay: 5 } }, 'Takes pupils up to day 5 of the exclusion.'],
    ['window', { window: { fromDay: 2, toDay: 4 } }, 'Takes pupils on days 2 to 4 of the exclusion.'],
    ['longer', { longerThanDays: 1 }, 'Takes only exclusions of more than 1 day.'],
    ['stay', { minDays: 2 }, 'A stay has at least 2 days.'],
    ['stay', { maxDays: 1 }, 'A stay has at most 1 day.'],
    ['stay', { minDays: 5, maxDays: 5 }, 'A stay has 5 days.'],
    ['notice', { noticeDays: 1 }, 'Asks for 1 school day of notice before the first session.'],
    ['adults', { adultsNeeded: 1 }, 'A session needs 1 adult who is down for it.'],
    ['escort', { escort: { fromDay: 1 } }, 'The school sends a named member of staff every day.'],
    [
      'escort',
      { escort: { fromDay: 1, toDay: 2 } },
      'The school sends a named member of staff up to day 2 of the exclusion.',
    ],
    [
      'papers',
      { papers: ['handover-form', 'work', 'support-plan'] },
      'Before a pupil arrives it has the handover form, the work set and the support plan.',
    ],
    ['work', { workDaysBefore: 0 }, 'The school’s work is due on the day the stay begins.'],
    ['report', { reportDays: 5 }, 'A report is due within 5 school days of the end of the stay.'],
    [
      'courses',
      { courses: [{ name: 'Anger management', sessions: 6 }] },
      'Anger management (6 sessions) goes on from stay to stay.',
    ],
    ['transport', { transport: 'parents' }, 'The parents bring pupils there and back.'],
    ['transport', { transport: 'authority' }, 'The authority brings pupils there and back.'],
    ['distance', { distanceMetres: 0 }, 'It is on our own site.'],
  ] as const)('%s %j', (key, rules, text) => {
    expect(textOf(key, rules as Partial<ProviderRules>)).toBe(text);
  });

  test('counts the places of the week', () => {
    const uneven = provider({}, { sessions: [am(4), am(12, 2), am(0, 3)] });
    expect(ruleSentences(uneven).find(({ key }) => key === 'session')?.text).toBe(
      '4 to 12 pupils a session.',
    );
  });
});

test('rules fit on one line of a list, without what is not asked', () => {
  expect(sayRulesBriefly(provider())).toBe('');
  expect(sayRulesBriefly(KIND_PRESETS.agency)).toBe(
    'exclusions of more than 3 days · 18 pupils a week · 4 adults · code of conduct',
  );
});

test.each([
  [[], 'any year'],
  [[9], 'Year 9'],
  [[0], 'Reception'],
  [[0, 1, 2, 3, 4, 5, 6], 'Reception to Year 6'],
  [[10, 11], 'Years 10 and 11'],
  [[7, 8, 9, 11], 'Years 7 to 9 and 11'],
  [[0, 1, 5], 'Reception to Year 1 and Year 5'],
])('years %j are %s', (years, words) => {
  expect(sayYearGroups(years)).toBe(words);
});

test('money is in pounds, pence where there are any', () => {
  expect([3850, 125_000, 5].map(formatPence)).toEqual(['£38.50', '£1,250', '£0.05']);
});

test('distances are in miles, and a distance typed comes back as it was typed', () => {
  expect([1609, 3862, 50].map(formatMiles)).toEqual(['1 mile', '2.4 miles', 'less than 0.1 miles']);
  for (let tenths = 0; tenths < 400; tenths += 1) expect(toMiles(fromMiles(tenths / 10))).toBe(tenths / 10);
});
