import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../kernel/plain-date.ts';
import { dueKinds } from './due-kinds.ts';
import { mayBeDue } from './may-be-due.ts';
import { RETENTION_RULES } from './retention-rules.ts';
import { PUPIL_KINDS, type RetentionRule } from './types.ts';

const RECORD = {
  'pupil-file': '2016-02-01',
  letters: '2016-02-01',
  waiting: '2016-02-01',
  contacts: '2016-02-01',
};

describe('what is due', () => {
  it('is nothing of a pupil on the roll, and the people to tell a year after leaving', () => {
    const facts = { dob: '2004-05-10', newest: RECORD };
    expect(dueKinds(facts, RETENTION_RULES, '2020-01-01')).toEqual([]);
    const left = { ...facts, leavingDate: '2019-07-19' };
    expect(dueKinds(left, RETENTION_RULES, '2020-07-18')).toEqual([]);
    expect(dueKinds(left, RETENTION_RULES, '2020-07-19')).toEqual([
      { kind: 'contacts', since: '2020-07-19' },
    ]);
  });

  it('is what waits for its school year to end, years after that', () => {
    const facts = { dob: '2004-05-10', newest: { waiting: '2016-02-01' } };
    expect(dueKinds(facts, RETENTION_RULES, '2022-07-30')).toEqual([]);
    expect(dueKinds(facts, RETENTION_RULES, '2022-07-31')).toEqual([
      { kind: 'waiting', since: '2022-07-31' },
    ]);
  });

  it('is the whole file alone from the 25th birthday on', () => {
    const facts = { dob: '2004-02-29', leavingDate: '2020-07-17', newest: RECORD };
    expect(dueKinds(facts, RETENTION_RULES, '2029-02-28')).toEqual([
      { kind: 'pupil-file', since: '2029-02-28' },
    ]);
  });

  it('is the entry on the roll of a pupil without a record, a year after leaving', () => {
    const facts = { dob: '2004-05-10', leavingDate: '2020-07-17', newest: { 'roll-entry': '2004-05-10' } };
    expect(dueKinds(facts, RETENTION_RULES, '2021-07-17')).toEqual([
      { kind: 'roll-entry', since: '2021-07-17' },
    ]);
  });

  it('never comes before its time, whatever the school’s figures are', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        day,
        day,
        day,
        fc.integer({ min: 1, max: 400 }),
        (dob, leavingDate, newest, today, months) => {
          const rules = RETENTION_RULES.map((rule) => ({ ...rule, months }));
          const facts = {
            dob,
            leavingDate,
            newest: Object.fromEntries(PUPIL_KINDS.map((kind) => [kind, newest])),
          };
          const least = [dob, leavingDate, newest].toSorted()[0] ?? '';
          for (const { since } of dueKinds(facts, rules, today)) {
            expect(since <= today).toBe(true);
            expect(since >= addMonths(least, months)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('who may be due', () => {
  it('leaves out nobody of whom something is due, whatever the times', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2001-01-01', days));
    const rule = fc.constantFrom(...RETENTION_RULES).chain((one) =>
      fc
        .record({
          months: fc.integer({ min: 1, max: 320 }),
          from: fc.constantFrom(
            'birth' as const,
            'leaving' as const,
            'school-year' as const,
            'made' as const,
          ),
        })
        .map((changed): RetentionRule => ({ ...one, ...changed })),
    );
    const newest = fc.dictionary(fc.constantFrom(...PUPIL_KINDS), day);
    fc.assert(
      fc.property(fc.array(rule), day, newest, day, fc.option(day), (rules, dob, records, today, left) => {
        const due = dueKinds({ dob, leavingDate: left ?? undefined, newest: records }, rules, today);
        if (due.length === 0) return;
        const { bornBy = '', leftBy = '', newestBy } = mayBeDue(rules, today);
        const byRecord = PUPIL_KINDS.some((kind) => {
          const [by, of] = [newestBy[kind], records[kind]];
          return by !== undefined && of !== undefined && of <= by;
        });
        expect(dob <= bornBy || (left !== null && left <= leftBy) || byRecord || dob > today).toBe(true);
      }),
    );
  });
});
