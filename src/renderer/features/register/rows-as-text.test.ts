import { expect, test } from 'vitest';
import { rowsAsText } from './rows-as-text.ts';

test('a copied list has a line a session, and nothing in it that a spreadsheet would run', () => {
  const row = {
    exclusionId: 'x',
    pupilId: 'p',
    name: '=cmd',
    upn: 'G201400114001',
    date: '2025-11-13',
    slot: 'pm' as const,
    code: '\\',
    why: 'at\tRoom 12',
  };
  expect(rowsAsText([row]).split('\n')).toEqual([
    'UPN\tPupil\tForm\tDate\tSession\tCode\tWhy',
    "G201400114001\t'=cmd\t\t2025-11-13\tPM\t\\\tat Room 12",
  ]);
});
