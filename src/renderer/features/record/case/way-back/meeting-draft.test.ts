import { expect, it } from 'vitest';
import { inputOf, startOf } from './meeting-draft.ts';
import type { WayBack } from './types.ts';

const NOTHING: WayBack = { exclusionId: 'x', version: 0, steps: [], warnings: [], earlier: [] };

it('opens with what is noted, today for what is about to be, and the first day back for the meeting to come', () => {
  const back = { ...NOTHING, firstDayBack: '2025-11-17' };
  expect(startOf(back, 'invitation', '2025-11-13')).toMatchObject({
    invitedOn: '2025-11-13',
    meetingOn: '2025-11-17',
    heldOn: null,
  });
  expect(startOf(back, 'invitation', '2025-11-18').meetingOn).toBeNull();
  expect(startOf({ ...back, heldOn: '2025-11-17' }, 'meeting', '2025-11-18').heldOn).toBe('2025-11-17');
});

it('opens the meeting on the day on which its duty was noted as done', () => {
  const done = { on: '2025-11-17', how: 'Home visit', byWhom: 'Mr Hall' };
  expect(startOf({ ...NOTHING, duty: { owed: true, done } }, 'meeting', '2025-11-18').heldOn).toBe(
    '2025-11-17',
  );
});

it('sends what is filled in alone', () => {
  const draft = startOf(NOTHING, 'meeting', '2025-11-18');
  expect(inputOf({ ...draft, present: ' Amara ', agreed: '  ' })).toEqual({
    heldOn: '2025-11-18',
    present: ' Amara ',
  });
});
