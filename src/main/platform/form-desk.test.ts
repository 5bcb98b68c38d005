import { expect, it } from 'vitest';
import { makeFormDesk } from './form-desk.ts';

it('keeps a form for the person who typed it, until it is dropped', () => {
  const desk = makeFormDesk();
  desk.keep('ada', 'contact/1', '{"name":"x"}');
  expect(desk.kept('ada', 'contact/1')).toBe('{"name":"x"}');
  expect(desk.kept('ben', 'contact/1')).toBeUndefined();
  desk.drop('ada', 'contact/1');
  expect(desk.kept('ada', 'contact/1')).toBeUndefined();
});

it('forgets the form that was not touched for longest once there are too many', () => {
  const desk = makeFormDesk();
  for (let n = 0; n < 40; n += 1) desk.keep('ada', `form/${String(n)}`, 'x');
  desk.keep('ada', 'form/0', 'again');
  desk.keep('ada', 'form/40', 'x');
  expect(desk.kept('ada', 'form/0')).toBe('again');
  expect(desk.kept('ada', 'form/1')).toBeUndefined();
  expect(desk.kept('ada', 'form/40')).toBe('x');
});
