import { expect, test } from 'vitest';
import { matchesCombo, type KeyPress } from './hotkey-combo.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a chord needs all its keys and no other', () => {
  expect(matchesCombo('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true);
  expect(matchesCombo('Ctrl+K', press('k'))).toBe(false);
  expect(matchesCombo('Ctrl+K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matchesCombo('Ctrl+Shift+H', press('H', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(matchesCombo('Alt+1', press('1', { altKey: true }))).toBe(true);
});

test('Command stands for Ctrl on a Mac', () => {
  expect(matchesCombo('Ctrl+K', press('k', { metaKey: true }))).toBe(true);
});

test('a sign is matched however the keyboard makes it', () => {
  expect(matchesCombo('?', press('?', { shiftKey: true }))).toBe(true);
  expect(matchesCombo('?', press('?'))).toBe(true);
});

test('a letter alone is not the letter with Shift', () => {
  expect(matchesCombo('h', press('H', { shiftKey: true }))).toBe(false);
});
