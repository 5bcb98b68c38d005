import { expect, test } from 'vitest';
import { suggestedHow } from './suggested-how.ts';

test('a telephone call has one way', () => {
  expect(suggestedHow({ key: 'tell-parents-phone' })).toEqual(['By telephone']);
});

test('a meeting is held, in the room or remotely', () => {
  expect(suggestedHow({ key: 'governors-meeting' })).toContain('At a meeting held remotely');
});

test('whom else to tell can be told in several ways', () => {
  expect(suggestedHow({ key: 'tell-authority' }).length).toBeGreaterThan(1);
});
