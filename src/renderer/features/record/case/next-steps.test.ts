import { expect, test } from 'vitest';
import { nextSteps } from './next-steps.ts';

type Known = Parameters<typeof nextSteps>[0];
type Letter = Known['letters'][number];
type Duty = Known['duties'][number];

const letter = (templateId: string, more: Partial<Letter> = {}): Letter => ({
  templateId,
  title: templateId,
  party: 'parents',
  why: '',
  needed: true,
  state: 'not-issued',
  missing: 0,
  issues: [],
  ...more,
});

const call = (status: Duty['status']): Duty => ({
  key: 'tell-parents-phone',
  title: 'Telephone the parents',
  party: 'parents',
  owedBy: 'school',
  basis: 'law',
  due: 'Without delay',
  withoutDelay: true,
  why: '',
  working: [],
  source: '',
  certainty: 'read',
  status,
});

const known = (more: Partial<Known>): Known => ({
  duties: [],
  letters: [],
  uncovered: 0,
  educationDue: false,
  ...more,
});

test('the letter comes before the places', () => {
  expect(nextSteps(known({ letters: [letter('parents')], uncovered: 4 })).first).toBe('letter');
});

test('a letter with a gap waits for the place that it has to name', () => {
  const gap = known({ letters: [letter('parents', { missing: 1 })], uncovered: 4, educationDue: true });
  expect(nextSteps(gap).first).toBe('places');
  expect(nextSteps({ ...gap, uncovered: 0 }).first).toBe('letter');
  expect(nextSteps({ ...gap, educationDue: false }).first).toBe('letter');
});

test('after one letter the next one that is needed is offered, and one that is out of date again', () => {
  const sent = letter('parents', { state: 'issued' });
  expect(nextSteps(known({ letters: [sent, letter('authority')] })).letter?.templateId).toBe('authority');
  expect(nextSteps(known({ letters: [{ ...sent, state: 'stale' }] })).letter?.templateId).toBe('parents');
  expect(nextSteps(known({ letters: [letter('spare', { needed: false })] })).letter).toBeUndefined();
});

test('with nothing else to do the call remains, until it was made', () => {
  expect(nextSteps(known({ duties: [call('due')] })).first).toBe('phone');
  expect(nextSteps(known({ duties: [call('done')] })).first).toBeUndefined();
  expect(nextSteps(known({ duties: [call('no-longer-owed')] })).phone).toBeUndefined();
});
