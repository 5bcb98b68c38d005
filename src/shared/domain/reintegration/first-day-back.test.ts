import { expect, it } from 'vitest';
import { firstDayBack, type ReturnFacts } from './first-day-back.ts';

const one = (id: string, more: Partial<ReturnFacts> = {}): ReturnFacts => ({
  id,
  startsAt: `2025-11-${id} 0`,
  takesNoDays: false,
  ...more,
});

it('is the day recorded before the day owed, and that of the next case where another one joins', () => {
  expect(firstDayBack('13', [one('13', { returnDue: '2025-11-17' })])).toBe('2025-11-17');
  const late = one('13', { returnDue: '2025-11-17', returnedOn: '2025-11-19' });
  expect(firstDayBack('13', [late])).toBe('2025-11-19');
  const next = one('17', { returnDue: '2025-11-20' });
  expect(firstDayBack('13', [next, one('13')])).toBe('2025-11-20');
  expect(firstDayBack('13', [next, one('13'), one('14', { takesNoDays: true })])).toBe('2025-11-20');
});

it('is unknown while nobody is to come back, and of a case that is not there', () => {
  expect(firstDayBack('13', [one('13')])).toBeUndefined();
  expect(firstDayBack('12', [one('13', { returnDue: '2025-11-17' })])).toBeUndefined();
});
