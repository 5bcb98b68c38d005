import { describe, expect, it } from 'vitest';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { judgeCase } from './case-duties.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [],
});

describe('an exclusion that was stopped before its end', () => {
  it('still obliges what its length as decided does: the governors who reinstated had to meet', () => {
    const start = { date: '2025-06-09', slot: 'am' } as const;
    const ruleSet = ruleSetOn(start.date);
    if (ruleSet === undefined) throw new Error('no rule set');
    const decided = index.sessionsFrom(start, 32);
    const taken = decided.slice(0, 8);
    const [end, decidedEnd] = [taken.at(-1), decided.at(-1)];
    if (end === undefined || decidedEnd === undefined) throw new Error('no sessions');
    const { dutyCase, limits } = judgeCase(
      {
        id: 'a',
        kind: 'fixed-period',
        start,
        decidedEnd,
        decidedHalfDays: 32,
        halfDays: taken,
        end,
        halfDaysAsDecided: decided,
        state: 'reinstated',
        ruleSet,
        noticeOn: start.date,
        inCare: false,
      },
      {
        schoolPhase: 'secondary',
        pupil: {
          id: 'p',
          name: 'Amara Okafor',
          form: '9B',
          ncYear: '9',
          schoolYearNow: 2024,
          dateOfBirth: '2011-03-02',
          senProvision: null,
          inCare: false,
          hasSocialWorker: false,
          hasHomeAuthority: false,
        },
        index,
        issued: [],
        earlier: [],
        exams: [],
        promises: {},
      },
      [],
      [
        {
          id: '1',
          type: 'decision',
          on: '2025-06-12',
          outcome: 'reinstated',
          back: { date: '2025-06-13', slot: 'am' },
        },
      ],
    );
    const owed = new Map(dutiesOf(dutyCase).map(({ key, dueBy }) => [key, dueBy]));
    expect(limits.decisiveTerm?.after).toBe(8);
    expect(owed.get('governors-meeting')).toBe('2025-06-30');
    expect(owed.get('return-to-school')).toBe('2025-06-13');
    expect(owed.get('decision-letter')).toBe('2025-06-12');
    expect(owed.has('education-start')).toBe(false);
  });
});
