import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { LifeCase } from '#shared/domain/exclusions/life-cycle-types.ts';

type LifeGiven = Partial<Omit<LifeCase, 'ruleSet' | 'events'>> & {
  readonly events?: readonly Omit<CaseEvent, 'id'>[];
};

/** A permanent exclusion of Monday 9 June 2025 that the governors have to meet about, unless said otherwise. */
export function lifeCase({ events = [], ...given }: LifeGiven = {}): LifeCase {
  const start = given.start ?? { date: '2025-06-09', slot: 'am' };
  const ruleSet = ruleSetOn(start.date);
  if (ruleSet === undefined) throw new Error('no rule set');
  return {
    kind: 'permanent',
    draft: false,
    start,
    noticeOn: start.date,
    ruleSet,
    governors: { must: 'meet', mayReinstate: true },
    halfDaysInYear: 0,
    ...given,
    events: events.map((event, at) => ({ id: String(at), ...event })),
  };
}

/** Five days of suspension from Monday 9 June 2025. */
export const fixedCase = (given: LifeGiven = {}): LifeCase =>
  lifeCase({ kind: 'fixed-period', last: { date: '2025-06-13', slot: 'pm' }, ...given });
