import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/plain-date.ts';
import { RULE_SETS } from '../duties/rule-sets.ts';
import { letterFacts, type LetterCase } from '../../../../tests/builders/letter-facts.ts';
import { checkAgreement, type AgreementInput } from './check-agreement.ts';
import { composeLetter } from './compose-letter.ts';
import { ofCompulsoryAge } from './compulsory-age.ts';
import { lettersOf, parentsLetterOf } from './letters-of.ts';
import { staleFacts } from './stale-facts.ts';
import type { LetterTemplate } from './types.ts';

const ruleSets = RULE_SETS.map(({ id }) => id);

describe('the letter to the parents', () => {
  it.each(
    ruleSets.flatMap((ruleSet) =>
      (
        [
          [1, 'parents-short'],
          [9, 'parents-short'],
          [10, 'parents-short'],
          [11, 'parents-over-5'],
          [29, 'parents-over-5'],
          [30, 'parents-over-5'],
          [31, 'parents-over-15'],
        ] as const
      ).map(([total, id]) => [ruleSet, total, id] as const),
    ),
  )('under %s for a term’s total of %i half days is %s', (ruleSet, termHalfDays, id) => {
    expect(parentsLetterOf(letterFacts({ ruleSet, halfDays: 1, termHalfDays })).id).toBe(id);
  });

  it.each(ruleSets)('under %s is the examination’s however long the exclusion is', (ruleSet) => {
    for (const termHalfDays of [1, 12, 40]) {
      expect(parentsLetterOf(letterFacts({ ruleSet, halfDays: 2, termHalfDays, exam: true })).id).toBe(
        'parents-exam',
      );
    }
  });

  it.each<[Omit<LetterCase, 'ruleSet'>, string]>([
    [{ kind: 'permanent' }, 'parents-permanent'],
    [{ kind: 'permanent', exam: true }, 'parents-permanent'],
    [{ kind: 'lunchtime', halfDays: 12 }, 'parents-lunchtime'],
    [{ halfDays: 4, follows: 'further' }, 'parents-further'],
    [{ kind: 'permanent', follows: 'conversion' }, 'parents-further'],
  ])('of %j is %s', (options, id) => {
    expect(parentsLetterOf(letterFacts({ ruleSet: 'england-2007', ...options })).id).toBe(id);
  });
});

it('tells those whom the duties name, and of a case taken back again', () => {
  const facts = letterFacts({ ruleSet: 'england-2022', halfDays: 12 });
  const owed = new Set(['tell-authority', 'tell-social-worker', 'tell-governors-termly']);
  const needs = lettersOf({ facts, owed });
  expect(needs.filter(({ needed }) => needed).map(({ id }) => id)).toEqual([
    'parents-over-5',
    'notice-authority',
    'notice-social-worker',
    'governors-invitation',
  ]);
  expect(needs.find(({ id }) => id === 'notice-governors')?.because).toEqual({ type: 'once-a-term' });
  const cancelled = letterFacts({ ruleSet: 'england-2022', halfDays: 12, state: 'cancelled' });
  expect(
    lettersOf({ facts: cancelled, owed: new Set(['tell-cancelled-authority']) })
      .filter(({ needed }) => needed)
      .map(({ id }) => id),
  ).toEqual(['parents-cancelled', 'notice-authority']);
});

describe('composing', () => {
  const template: LetterTemplate = {
    id: 'parents-short',
    version: 1,
    title: 'T',
    party: 'P',
    duties: [],
    paragraphs: [
      { id: 'a', kind: 'paragraph', locked: true, covers: [], text: 'The [noun] ends {ends}. {account}.' },
      { id: 'b', kind: 'bullets', locked: true, covers: [], text: '{list}' },
      { id: 'c', kind: 'paragraph', locked: true, covers: [], when: ['permanent'], text: 'Never said.' },
    ],
  };
  const compose = (typed: Record<string, string>, values: Record<string, string> = {}) =>
    composeLetter({
      template,
      flags: new Set(['fixed-period']),
      words: { noun: 'suspension' },
      gaps: {
        ends: { label: 'The end', policy: 'record', watched: 'The end' },
        account: { label: 'What happened', policy: 'prefilled' },
        list: { label: 'The place', policy: 'record-else-typed', multiline: true, fix: 'Places' },
      },
      values: Object.fromEntries(
        Object.entries({ ends: 'on Monday', account: 'He ran.', ...values }).map(([key, text]) => [
          key,
          { text },
        ]),
      ),
      typed,
    });
  const text = (letter: ReturnType<typeof compose>) =>
    letter.blocks.map(({ lines }) => lines.map((line) => line.map((run) => run.text).join('')).join('|'));

  it('fills words and gaps, leaves out what does not hold, and doubles no full stop', () => {
    const letter = compose({}, { list: 'Room 1\nRoom 2' });
    expect(text(letter)).toEqual(['The suspension ends on Monday. He ran.', 'Room 1|Room 2']);
    expect(letter.missing).toEqual([]);
    expect(letter.watched).toEqual({ ends: 'on Monday' });
  });

  it('lets a person type over what is proposed, never over the record', () => {
    const letter = compose({ ends: 'on Friday', account: ' He fell. ', list: 'Room 9' }, { list: 'Room 1' });
    expect(text(letter)).toEqual(['The suspension ends on Monday. He fell.', 'Room 1']);
  });

  it('says where a missing piece is put right', () => {
    const letter = compose({});
    expect(letter.missing).toEqual(['Still missing: the place. Put it right under Places.']);
    expect(letter.gaps.find(({ key }) => key === 'list')).toMatchObject({
      from: 'missing',
      editable: true,
      fix: 'Places',
    });
    expect(compose({ list: 'Room 9' }).missing).toEqual([]);
  });

  it('never reads what was typed as a gap or a word', () => {
    const unit = fc.constantFrom('{', '}', '[', ']', 'a', 'ends', 'noun');
    const wrong = fc.check(
      fc.property(fc.string({ minLength: 1, unit }), (typed) => {
        const { blocks } = compose({ account: `x${typed}x`, list: 'y' });
        return blocks[0]?.lines[0]?.some((run) => run.text === `x${typed}x`) === true;
      }),
    ).counterexample;
    expect(wrong).toBeNull();
  });
});

it('finds what of a letter that was sent no longer holds', () => {
  expect(
    staleFacts({ ends: 'Monday', begins: 'Friday', place: 'A' }, { ends: 'Tuesday', begins: 'Friday' }),
  ).toEqual([
    { key: 'ends', was: 'Monday', now: 'Tuesday' },
    { key: 'place', was: 'A', now: '' },
  ]);
});

it.each([
  ['2020-09-01', '2025-12-31', true],
  ['2020-09-01', '2025-12-30', false],
  ['2009-09-01', '2026-06-26', true],
  ['2009-09-01', '2026-06-27', false],
  ['2009-08-31', '2025-06-27', true],
  ['2009-08-31', '2025-06-28', false],
])('a pupil born %s is on %s of compulsory school age: %s', (born, on, expected) => {
  expect(ofCompulsoryAge(born, on)).toBe(expected);
});

describe('the agreement of record, letter, notices, register and bookings', () => {
  const facts = letterFacts({ ruleSet: 'england-2022', halfDays: 14 });
  const { sessions } = facts.education;
  const gap = { key: 'educationPlaces', label: '', multiline: true, value: 'x', editable: false } as const;
  const letter = { blocks: [], gaps: [{ ...gap, from: 'record' as const }], missing: [], watched: {} };
  const input = (more: Partial<AgreementInput> = {}): AgreementInput => ({
    templateId: 'parents-over-5',
    facts,
    letter,
    issued: [],
    deciders: ['mrs  m. okafor'],
    recorded: [],
    byCalendar: [],
    toTeach: sessions,
    cancelledPlaces: [],
    codes: [],
    ...more,
  });
  const against = (more: Partial<AgreementInput>) => checkAgreement(input(more)).filter(({ ok }) => !ok);

  it('agrees when all say the same', () => {
    expect(against({})).toEqual([]);
  });

  it('stops the wrong letter and a decision by somebody who was not head', () => {
    expect(against({ templateId: 'parents-short' })).toMatchObject([{ what: 'The letter', blocks: true }]);
    expect(against({ deciders: ['Mr Else'] })).toMatchObject([{ what: 'Who decided', blocks: true }]);
  });

  it('stops a place that is only held, and one that was cancelled without another', () => {
    const [first, ...rest] = sessions;
    if (!first) throw new Error('no session');
    const held = {
      ...facts,
      education: { ...facts.education, sessions: [{ ...first, state: 'held' as const }, ...rest] },
    };
    expect(against({ facts: held })).toMatchObject([
      { blocks: true, text: expect.stringContaining('only held') },
    ]);
    const without = { ...facts, education: { ...facts.education, sessions: rest } };
    expect(against({ facts: without, cancelledPlaces: [first] })[0]).toMatchObject({
      blocks: true,
      text: expect.stringContaining('was cancelled and no other is booked'),
    });
    expect(against({ facts: without })).toMatchObject([
      { blocks: false, text: expect.stringContaining('No place is booked') },
    ]);
  });

  it('warns of a meeting outside the governors’ days, and stops no invitation', () => {
    const permanent = letterFacts({ ruleSet: 'england-2007', kind: 'permanent' });
    const { notBefore, by } = permanent.governors;
    const meets = (meetingOn: string) => {
      const governors = { ...permanent.governors, meetingOn };
      return checkAgreement(
        input({ templateId: 'governors-invitation', facts: { ...permanent, governors } }),
      ).filter(({ what }) => what === 'The day of the meeting');
    };
    expect(meets(notBefore ?? '')).toMatchObject([{ ok: true, blocks: false }]);
    expect(meets(by ?? '')).toMatchObject([{ ok: true, blocks: false }]);
    expect(meets(addDays(notBefore ?? '', -1))).toMatchObject([
      { ok: false, blocks: false, text: expect.stringContaining('before the first day') },
    ]);
    expect(meets(addDays(by ?? '', 1))).toMatchObject([
      { ok: false, blocks: false, text: expect.stringContaining('after the governors’ last day') },
    ]);
  });

  it('warns of E in the register where a place is booked, of closed days and of notices that say otherwise', () => {
    const [first] = sessions;
    if (!first) throw new Error('no session');
    expect(against({ codes: [{ ...first, code: 'E' }] })).toMatchObject([
      { what: 'The register', blocks: false },
    ]);
    expect(
      against({ recorded: Array.from({ length: 14 }, () => ({ date: first.date, slot: first.slot })) }),
    ).toMatchObject([{ what: 'The dates', blocks: false }]);
    expect(
      against({
        issued: [
          {
            templateId: 'notice-authority',
            title: 'Notice',
            sentOn: '2025-06-03',
            stale: ['The end was A and is now B.'],
          },
        ],
      }),
    ).toMatchObject([{ what: 'Notice', blocks: false, text: expect.stringContaining('The end was A') }]);
  });
});
