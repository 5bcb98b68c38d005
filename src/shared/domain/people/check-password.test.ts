import { describe, expect, it } from 'vitest';
import { passwordProblem } from './check-password.ts';

const NAMES = ['Amara Okafor', 'Millbrook High School'];
const problem = (password: string) => passwordProblem(password, NAMES);

describe('what a password needs', () => {
  it('twelve characters, and it says how many are missing', () => {
    expect(problem('')).toEqual({ kind: 'short', missing: 12 });
    expect(problem('Kettle-Moss')).toEqual({ kind: 'short', missing: 1 });
    expect(problem('Kettle-Mossy')).toBeUndefined();
  });

  it('characters are counted as people see them, not as the PC keeps them', () => {
    expect(problem('🐝🌿kettles')).toEqual({ kind: 'short', missing: 3 });
  });

  it.each([
    'four small brown kettles',
    'ηλιοβασίλεμα στη θάλασσα',
    '    kettle moss    ',
    'x9!vQ2#kLp7&',
    'Amara likes brown toast',
    'the head keeps bees at home',
  ])('takes “%s”', (password) => {
    expect(problem(password)).toBeUndefined();
  });

  it.each([
    'Password1234',
    'P@ssw0rd2025!!',
    'Welcome2025!!!',
    'qwertyuiop123',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'moss-moss-moss',
    'Summer2025Summer',
    '123456789012',
    '240-815-936-71',
    'FirstDay2025!',
    'letmeinletmein',
  ])('refuses “%s”, which others would try', (password) => {
    expect(problem(password)).toEqual({ kind: 'known' });
  });

  it.each(['AmaraOkafor2025', 'okafor-amara-1', 'Millbrook2025!', 'MillbrookHighSchool', 'm1llbr00k-h1gh'])(
    'refuses “%s”, which is the name of the person or of the school',
    (password) => {
      expect(problem(password)).toEqual({ kind: 'known' });
    },
  );

  it('the same name is no secret of anybody else’s', () => {
    expect(passwordProblem('Zbigniew Kowal', ['Amara Okafor'])).toBeUndefined();
  });
});
