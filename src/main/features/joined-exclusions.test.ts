import { afterEach, beforeEach, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../tests/builders/exclusion-school.ts';

const RETURN = new Set(['return-to-school', 'reintegration-meeting']);

let app: ExclusionApp;
let amara: string;
let first: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
  // Thu 13 and Fri 14 November; the return is on Mon 17.
  ({ id: first } = await app.issue(amara));
});
afterEach(() => app.close());

/** Which of the return's duties are owed, and by when. */
const returnOf = async (exclusionId: string): Promise<Record<string, string | undefined>> => {
  const { duties } = await app.must('duties.list', { exclusionId });
  const owed = duties.filter(({ key, status }) => RETURN.has(key) && status !== 'no-longer-owed');
  return Object.fromEntries(owed.map(({ key, dueBy }) => [key, dueBy]));
};

const both = (day: string) => ({ 'return-to-school': day, 'reintegration-meeting': day });

it('of two exclusions with no session between them only the later one owes the return', async () => {
  const second = await app.issue(amara, { startDate: '2025-11-17', halfDays: 2 });
  expect(await returnOf(first)).toEqual({});
  expect(await returnOf(second.id)).toEqual(both('2025-11-18'));
  const { duties } = await app.must('duties.list', { exclusionId: first });
  expect(duties.find(({ key }) => key === 'tell-parents-writing')?.status).toBe('due');
});

it('the return stays with the first where there is a session between them, or only lunchtimes follow', async () => {
  await app.issue(amara, { startDate: '2025-11-17', startSlot: 'pm', halfDays: 2 });
  await app.issue(amara, { kind: 'lunchtime', startDate: '2025-11-20', halfDays: 2 });
  expect(await returnOf(first)).toEqual(both('2025-11-17'));
});

it('the return is the first one’s again when the second is taken back before it began', async () => {
  const { id, version } = await app.issue(amara, { startDate: '2025-11-17', halfDays: 2 });
  const back = { date: '2025-11-17', slot: 'am' } as const;
  await app.must('exclusions.cancel', { id, version, back, reason: 'New evidence' }, 'decider');
  expect(await returnOf(first)).toEqual(both('2025-11-17'));
});

it('a second one that is cancelled while it runs keeps the return', async () => {
  const { id, version } = await app.issue(amara, { startDate: '2025-11-17', halfDays: 4 });
  app.goTo('2025-11-17');
  const back = { date: '2025-11-18', slot: 'am' } as const;
  await app.must('exclusions.cancel', { id, version, back, reason: 'New evidence' }, 'decider');
  expect(await returnOf(first)).toEqual({});
  expect(await returnOf(id)).toEqual({ 'return-to-school': '2025-11-18' });
});
