import { describe, expect, it } from 'vitest';
import { errorsOf } from './form-problems.ts';
import { formOfCase, inputOfForm, lengthProblem, newForm, type RecordForm } from './form-state.ts';

const amara = { id: 'amara', name: 'Amara Okafor', form: '9B' };
const form: RecordForm = newForm({
  pupil: amara,
  incidentOn: '2025-11-12',
  startDate: '2025-11-12',
  startSlot: 'pm',
  decidedBy: 'Mrs Head',
});

describe('the input that a form makes', () => {
  it('is nothing until a pupil is chosen', () => {
    expect(inputOfForm({ ...form, pupil: null })).toBeUndefined();
  });

  it('gives days as half days, and lunchtimes as they are', () => {
    expect(inputOfForm({ ...form, length: 2.5 })).toMatchObject({ halfDays: 5, startSlot: 'pm' });
    expect(inputOfForm({ ...form, kind: 'lunchtime', length: 3 })).toMatchObject({ halfDays: 3 });
  });

  it('has of length and end only the one that leads', () => {
    const both = { ...form, length: 2, endDate: '2025-11-14', endSlot: 'am' } as const;
    expect(inputOfForm(both)).not.toHaveProperty('end');
    const byEnd = inputOfForm({ ...both, lengthBy: 'end' });
    expect(byEnd).toMatchObject({ lengthBy: 'end', end: { date: '2025-11-14', slot: 'am' } });
    expect(byEnd).not.toHaveProperty('halfDays');
  });

  it('has neither for a permanent exclusion', () => {
    const permanent = inputOfForm({ ...form, kind: 'permanent', length: 2, endDate: '2025-11-14' });
    expect(permanent).not.toHaveProperty('halfDays');
    expect(permanent).not.toHaveProperty('end');
  });

  it.each([
    [0, 'fixed-period'],
    [0.3, 'fixed-period'],
    [45.5, 'fixed-period'],
    [1.5, 'lunchtime'],
    [91, 'lunchtime'],
  ] as const)('leaves out a length that cannot be counted: %d of %s', (length, kind) => {
    expect(inputOfForm({ ...form, kind, length })).not.toHaveProperty('halfDays');
    expect(lengthProblem({ ...form, kind, length })).toMatch(/^(Enter|At most)/);
  });

  it('allows 45 days and 0.5 days', () => {
    expect(inputOfForm({ ...form, length: 45 })).toMatchObject({ halfDays: 90 });
    expect(inputOfForm({ ...form, length: 0.5 })).toMatchObject({ halfDays: 1 });
  });
});

describe('the form of a case on record', () => {
  it('makes the same input again', () => {
    const input = inputOfForm({ ...form, length: 2.5, reasons: ['PP', 'DB'] });
    const { pupilId, kind, startDate, startSlot, halfDays, incidentOn } = input ?? {};
    const again = formOfCase({
      row: {
        id: 'x',
        pupilId: 'amara',
        pupilName: 'Amara Okafor',
        kind: 'fixed-period',
        state: 'draft',
        stateText: 'draft',
        title: '',
      },
      draft: {
        id: 'x',
        version: 3,
        pupilId: pupilId ?? '',
        kind: kind ?? 'permanent',
        startDate,
        startSlot: startSlot ?? 'am',
        lengthBy: 'half-days',
        halfDays,
        incidentOn,
        incidentAt: '',
        incidentPlace: '',
        incidentLesson: '',
        incidentAccount: '',
        reasons: ['PP', 'DB'],
        decidedBy: 'Mrs Head',
      },
    });
    expect(inputOfForm(again)).toEqual(input);
  });
});

describe('the errors of a form', () => {
  const problems = [
    { severity: 'error', field: 'decidedBy', message: 'Enter who decided.' },
    { severity: 'error', field: 'startDate', message: 'Closed.' },
    { severity: 'error', field: 'startDate', message: 'And another thing.' },
    { severity: 'error', field: 'reasons', message: 'Choose at least one reason.' },
    { severity: 'warning', field: 'incidentAccount', message: 'Write it down.' },
  ] as const;

  it('are those of fields with something in them, until the case is checked', () => {
    expect(errorsOf({ ...form, decidedBy: '' }, { problems: [...problems] }, false)).toEqual([
      { path: 'startDate', message: 'Closed.' },
    ]);
  });

  it('are all of them then, one a field, in the order of the page, without the warnings', () => {
    expect(errorsOf(form, { problems: [...problems] }, true).map(({ path }) => path)).toEqual([
      'startDate',
      'reasons',
      'decidedBy',
    ]);
  });

  it('begin with the pupil while there is none', () => {
    expect(errorsOf({ ...form, pupil: null }, undefined, true)).toMatchObject([{ path: 'pupilId' }]);
    expect(errorsOf({ ...form, pupil: null }, undefined, false)).toEqual([]);
  });

  it('tell of a length that cannot be counted rather than that it is missing', () => {
    const missing = [{ severity: 'error', field: 'halfDays', message: 'Enter how long.' }] as const;
    expect(errorsOf({ ...form, length: 46 }, { problems: [...missing] }, false)).toEqual([
      { path: 'halfDays', message: 'At most 45 days.' },
    ]);
  });
});
