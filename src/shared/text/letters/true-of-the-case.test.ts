import { describe, expect, it } from 'vitest';
import type { LetterFacts, LetterId } from '#shared/domain/letters/types.ts';
import { letterFacts, TYPED } from '../../../../tests/builders/letter-facts.ts';
import { writeLetter } from './write-letter.ts';

const SET = 'england-2022';

const textOf = (id: LetterId, facts: LetterFacts): string =>
  writeLetter(id, facts, TYPED)
    .blocks.flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join('')))
    .join('\n');

describe('a case that was taken back before it began', () => {
  const given = letterFacts({ ruleSet: SET, halfDays: 8, state: 'cancelled' });
  const { start } = given.exclusion;
  const facts: LetterFacts = {
    ...given,
    exclusion: { ...given.exclusion, takenBack: { reason: 'New evidence.', back: start, neverOut: true } },
  };

  it.each(['parents-cancelled', 'notice-authority'] as const)('did not begin, by %s', (id) => {
    expect(textOf(id, facts)).toContain('that was to begin on Tuesday 3 June 2025');
    expect(textOf(id, facts)).not.toContain('that began');
  });

  it('left no days out, and nobody to have back', () => {
    expect(textOf('parents-cancelled', facts)).not.toContain('already out');
    expect(textOf('parents-cancelled', given)).toContain('The days that Jordan was already out');
  });
});

describe('lunchtimes that were taken back', () => {
  const given = letterFacts({ ruleSet: SET, kind: 'lunchtime', halfDays: 3, state: 'cancelled' });
  const { start } = given.exclusion;
  const before: LetterFacts = {
    ...given,
    exclusion: { ...given.exclusion, takenBack: { reason: 'New evidence.', back: start, neverOut: true } },
  };

  it.each(['parents-cancelled', 'notice-authority'] as const)('bring nobody back to school, by %s', (id) => {
    expect(textOf(id, given)).toContain('may stay at school for lunch again on Wednesday 4 June 2025.');
    expect(textOf(id, before)).toContain('may stay at school for lunch on Tuesday 3 June 2025.');
    for (const facts of [given, before]) {
      expect(textOf(id, facts)).not.toMatch(/back (to|at) school|out of school|expected/);
    }
  });
});

describe('the invitation to the governors’ meeting', () => {
  const PUT_BACK = 'put back in school';
  const meeting = (facts: LetterFacts, meetingOn: string): string =>
    textOf('governors-invitation', { ...facts, governors: { ...facts.governors, meetingOn } });

  it('says that the governors may put the pupil back only while the pupil is out', () => {
    const facts = letterFacts({ ruleSet: SET, halfDays: 12 });
    expect(meeting(facts, '2025-06-09')).toContain(PUT_BACK);
    const after = meeting(facts, '2025-06-24');
    expect(after).not.toContain(PUT_BACK);
    expect(after).toContain('The suspension will be over by then, so they cannot shorten it.');
  });

  it('puts nobody back in school who is only out at lunch', () => {
    const text = meeting(letterFacts({ ruleSet: SET, kind: 'lunchtime', halfDays: 31 }), '2025-06-09');
    expect(text).toContain('decide that the lunchtime suspension ends early');
    expect(text).not.toContain(PUT_BACK);
  });

  it('promises no power that the governors do not have', () => {
    const text = meeting(letterFacts({ ruleSet: SET, halfDays: 4 }), '2025-06-04');
    expect(text).toContain('They can neither end nor change a suspension of this length');
    expect(text).not.toContain(PUT_BACK);
  });
});

describe('the governors’ decision', () => {
  const decided = (on: string): LetterFacts => {
    const facts = letterFacts({ ruleSet: SET, halfDays: 12, outcome: 'upheld' });
    return { ...facts, governors: { ...facts.governors, decision: { on, outcome: 'upheld' } } };
  };

  it('keeps a pupil out only while the pupil is out', () => {
    expect(textOf('governors-decision', decided('2025-06-09'))).toContain('not to put Jordan back in school');
    const after = textOf('governors-decision', decided('2025-06-24'));
    expect(after).toContain('The suspension was over by then.');
    expect(after).not.toContain('back in school');
  });

  it('puts nobody back in school who was only out at lunch', () => {
    const lunch = { ruleSet: SET, kind: 'lunchtime', halfDays: 31 } as const;
    const reinstated = textOf('governors-decision', letterFacts({ ...lunch, outcome: 'reinstated' }));
    expect(reinstated).toContain('Jordan may stay at school for lunch again on Wednesday 4 June 2025.');
    const upheld = textOf('governors-decision', letterFacts({ ...lunch, outcome: 'upheld' }));
    expect(upheld).toContain('the decision of the head teacher stands');
    for (const text of [reinstated, upheld]) expect(text).not.toContain('back in school');
  });

  it('says in plain words that there was no power to put the pupil back', () => {
    const facts = letterFacts({ ruleSet: SET, halfDays: 4, outcome: 'considered' });
    expect(textOf('governors-decision', facts)).toContain(
      'For a suspension of this length the governors cannot put Jordan back in school',
    );
  });
});

it('speaks of suspensions since September 2022, and of lunchtimes as no days out of school', () => {
  expect(textOf('parents-short', letterFacts({ ruleSet: SET, halfDays: 4 }))).toContain(
    'For a suspension of this length',
  );
  const lunch = { kind: 'lunchtime', halfDays: 11 } as const;
  expect(textOf('parents-lunchtime', letterFacts({ ruleSet: SET, ...lunch }))).toContain(
    'Jordan will have been suspended for 5.5 school days in one term',
  );
  expect(textOf('parents-lunchtime', letterFacts({ ruleSet: 'england-2007', ...lunch }))).toContain(
    'Jordan will have been excluded for 5.5 school days in one term',
  );
});

describe('of a permanent exclusion', () => {
  const away = letterFacts({ ruleSet: SET, kind: 'permanent' });
  const { homeAuthority: _, ...home } = away;

  it('the authority where the pupil lives is whom to ask about education', () => {
    expect(textOf('parents-permanent', away)).toContain(
      'Its contact is Eastbrook Council, Town Hall, Eastbrook.',
    );
    expect(textOf('parents-permanent', home)).toContain('Its contact is Mr Tom Reed, Westbrook Council, ');
    expect(textOf('notice-authority', away)).toContain('lives in the area of another authority');
    expect(textOf('notice-authority', away)).not.toContain('Please tell the parents');
    expect(textOf('notice-authority', home)).toContain('Please tell the parents, and us, where and when');
  });

  it('the education is named although its day cannot be, and the day is asked for', () => {
    const { law: __, ...education } = away.education;
    const facts: LetterFacts = { ...away, education: { ...education, lawUndated: true } };
    const letter = writeLetter('parents-permanent', facts, TYPED);
    expect(textOf('parents-permanent', facts)).toContain(
      'the sixth school day out of school, the local authority',
    );
    expect(letter.missing).toEqual([expect.stringContaining('Still missing: the day education starts.')]);
    const typed = { ...TYPED, educationFrom: 'the third school day of the autumn term' };
    expect(writeLetter('parents-permanent', facts, typed).missing).toEqual([]);
  });
});

it('asks for 48 hours only under the rules that have them', () => {
  const help = (ruleSet: string): string => {
    const facts = letterFacts({ ruleSet, halfDays: 36, taught: false });
    return writeLetter('parents-over-15', facts, TYPED).missing.join(' ');
  };
  expect(help('england-2012')).toContain('at least 48 hours before it starts');
  expect(help('england-2007')).toContain('type when you will write with it.');
});

it('leaves no empty line in an address whose authority has no name', () => {
  const facts = letterFacts({ ruleSet: SET });
  const text = textOf('notice-authority', { ...facts, authority: { ...facts.authority, name: '' } });
  expect(text).toContain('Mr Tom Reed\nCivic Centre');
});
