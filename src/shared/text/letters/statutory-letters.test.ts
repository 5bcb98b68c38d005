import { describe, expect, it } from 'vitest';
import { holds, letterFlags } from '#shared/domain/letters/letter-flags.ts';
import { parentsLetterOf } from '#shared/domain/letters/letters-of.ts';
import { STATUTORY_ITEMS } from '#shared/domain/letters/statutory-items.ts';
import { LETTER_IDS, type LetterFacts, type LetterId } from '#shared/domain/letters/types.ts';
import { RULE_SETS } from '#shared/domain/duties/rule-sets.ts';
import { letterFacts, TYPED, type LetterCase } from '../../../../tests/builders/letter-facts.ts';
import { gapValues } from './gap-values.ts';
import { LETTER_TEMPLATES } from './letter-templates.ts';
import { writeLetter } from './write-letter.ts';

type Case = readonly [name: string, options: Omit<LetterCase, 'ruleSet'>];

/** Cases that between them need every letter and meet every condition. */
const CASES: readonly Case[] = [
  ['half a day', { halfDays: 1 }],
  ['five days', { halfDays: 10 }],
  ['five and a half days of the term', { halfDays: 4, termHalfDays: 11 }],
  ['six days with a place', { halfDays: 12 }],
  ['fifteen days', { halfDays: 30 }],
  ['fifteen and a half days of the term', { halfDays: 6, termHalfDays: 31 }],
  ['twenty days', { halfDays: 40 }],
  ['an examination missed', { halfDays: 2, exam: true }],
  ['a promise from day one', { halfDays: 4, promise: true }],
  ['a promise and the law', { halfDays: 36, promise: true }],
  ['three lunchtimes', { kind: 'lunchtime', halfDays: 3 }],
  ['eleven lunchtimes', { kind: 'lunchtime', halfDays: 11 }],
  ['permanent', { kind: 'permanent' }],
  ['permanent with earlier ones', { kind: 'permanent', previous: true }],
  ['permanent with an examination', { kind: 'permanent', exam: true }],
  ['permanent, upheld', { kind: 'permanent', outcome: 'upheld' }],
  ['a further one', { halfDays: 4, follows: 'further', termHalfDays: 14 }],
  ['a further permanent one', { kind: 'permanent', follows: 'further' }],
  ['an extension', { halfDays: 4, follows: 'extension', termHalfDays: 34 }],
  ['made permanent', { kind: 'permanent', follows: 'conversion' }],
  ['cancelled', { halfDays: 8, state: 'cancelled' }],
  ['withdrawn', { halfDays: 8, state: 'withdrawn' }],
  ['lunchtimes cancelled', { kind: 'lunchtime', halfDays: 8, state: 'cancelled' }],
  ['reinstated', { halfDays: 12, outcome: 'reinstated' }],
  ['considered', { halfDays: 4, outcome: 'considered' }],
];

/** The letters that can be written of a case: the one to the parents, and all that go to others. */
function lettersFor(facts: LetterFacts): readonly LetterId[] {
  const cancelled = letterFlags(facts).has('cancelled');
  const parents = parentsLetterOf(facts).id;
  return LETTER_IDS.filter((id) => {
    if (id === 'parents-cancelled') return cancelled;
    if (id.startsWith('parents-')) return id === parents && !cancelled;
    if (id === 'governors-decision') return facts.governors.decision !== undefined;
    if (id === 'notice-social-worker' || id === 'notice-virtual-school-head') {
      return facts.ruleSet.id === 'england-2022';
    }
    return !(id === 'governors-invitation' && cancelled);
  });
}

const textOf = (block: { lines: readonly (readonly { text: string }[])[] }): string =>
  block.lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

describe.each(RULE_SETS.map(({ id }) => id))('the letters of %s', (ruleSet) => {
  describe.each(CASES)('of %s', (_name, options) => {
    const facts = letterFacts({ ruleSet, ...options });
    const flags = letterFlags(facts);
    const values = gapValues(facts);

    it.each(lettersFor(facts))(
      '%s carries every item the rules ask of it, locked and with its values',
      (id) => {
        const letter = writeLetter(id, facts, TYPED);
        const template = LETTER_TEMPLATES[id];
        const lacking: string[] = [];
        for (const item of STATUTORY_ITEMS) {
          if (!item.letters.includes(id) || !holds(item.when, flags)) continue;
          const covering = template.paragraphs.filter(
            (paragraph) =>
              paragraph.covers.includes(item.id) && paragraph.locked && holds(paragraph.when, flags),
          );
          const text = letter.blocks
            .filter((block) => covering.some((paragraph) => paragraph.id === block.id))
            .map(textOf)
            .join('\n');
          if (text === '') lacking.push(`${item.id}: ${item.contains}`);
          for (const key of item.shows) {
            const value = values[key as keyof typeof values].text || (TYPED[key] ?? '');
            if (value === '' || !text.includes(value))
              lacking.push(`${item.id} does not show ${key} (${value})`);
          }
        }
        expect(lacking).toEqual([]);
        expect(letter.missing).toEqual([]);
      },
    );
  });
});

it('meets every item of the list in at least one of the cases', () => {
  const met = new Set<string>();
  for (const { id: ruleSet } of RULE_SETS) {
    for (const [, options] of CASES) {
      const facts = letterFacts({ ruleSet, ...options });
      const flags = letterFlags(facts);
      for (const id of lettersFor(facts)) {
        for (const [at, item] of STATUTORY_ITEMS.entries()) {
          if (item.letters.includes(id) && holds(item.when, flags)) met.add(`${String(at)} ${item.id}`);
        }
      }
    }
  }
  expect(
    STATUTORY_ITEMS.map((item, at) => `${String(at)} ${item.id}`).filter((item) => !met.has(item)),
  ).toEqual([]);
});

it('names no item that is not in the list', () => {
  const known = new Set(STATUTORY_ITEMS.map(({ id }) => id));
  const unknown = Object.values(LETTER_TEMPLATES).flatMap(({ id, paragraphs }) =>
    paragraphs.flatMap(({ covers }) =>
      covers.filter((item) => !known.has(item)).map((item) => `${id} ${item}`),
    ),
  );
  expect([...new Set(unknown.map((one) => one.split(' ')[1] ?? ''))].toSorted()).toEqual([
    'clerk-name',
    'meeting-powers',
  ]);
});
