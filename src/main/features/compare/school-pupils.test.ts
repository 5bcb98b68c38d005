import { expect, it } from 'vitest';
import { openAuthorityApp, sentReturn } from '../../../../tests/builders/return-authority.ts';

it('a pupil has the name and year group of the latest exclusion of the year, never parts of two', async () => {
  const app = await openAuthorityApp();
  const named = (start: string, surname: string, forename: string, ncYear: string) => {
    const document = sentReturn([[1, 'SUSP', start, 3]]);
    return {
      ...document,
      period: { kind: 'dates', from: start, to: start } as const,
      referenceDate: start,
      pupils: document.pupils.map((pupil) => ({ ...pupil, surname, forename, ncYear })),
    };
  };
  expect(
    await app.receive({
      'a.csv': named('2025-09-10', 'Young', 'Zoe', '9'),
      'b.csv': named('2025-11-10', 'Archer', 'Ada', '10'),
    }),
  ).toEqual(['imported', 'imported']);
  const { pupils } = await app.must('authority.school-pupils', { laEstab: '2014001', schoolYear: 2025 });
  expect(pupils).toMatchObject([
    { name: 'Ada Archer', ncYear: '10', fixedPeriod: 2, days: 3, last: '2025-11-10' },
  ]);
  await app.close();
});
