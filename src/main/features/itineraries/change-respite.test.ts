import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [wed, thu, fri, nextMon] = ['2025-11-19', '2025-11-20', '2025-11-21', '2025-11-24'] as const;

describe('a break that is made longer or shorter', () => {
  const change = async (...days: readonly string[]) => {
    const [stay] = (await app.must('stays.list', {})).stays;
    const placementId = stay?.placementId ?? '';
    const { version } = await app.get(placementId);
    const sessions = wholeDays(...days);
    const result = await app.run('places.change-stay', {
      placementId,
      version,
      sessions,
      reason: 'Asked for',
    });
    return result.ok ? 'done' : result.error.message;
  };
  beforeEach(async () => {
    const rules = { minDays: 2, maxDays: 3, noticeDays: 5 };
    await app.must('places.book-other', {
      pupilId: await app.pupil('Bo Li'),
      purpose: 'respite',
      providerId: await app.centre('Oak Centre', { rules }),
      sessions: wholeDays(wed, thu),
    });
  });

  it('is judged by all its days, those that it has already too', async () => {
    expect(await change(wed, thu, fri)).toBe('done');
    expect(await change(wed, thu, fri, nextMon)).toContain('at most 3 days');
  });

  it('stays as long as the provider asks', async () => {
    expect(await change(wed)).toContain('at least 2 days');
  });
});
