import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaMet } from './criteria-met.ts';
import { DEFAULT_CRITERIA } from './default-criteria.ts';
import { registerChange } from './register-change.ts';
import type { Criterion, RiskFacts, RiskReason } from './types.ts';

const CRITERIA: readonly Criterion[] = [
  ...DEFAULT_CRITERIA.criteria,
  { id: 'days', category: 'A', rule: { kind: 'excluded-days', days: 3 } },
  { id: 'placed', category: 'A', rule: { kind: 'placed-times', times: 2 } },
];

const days = fc.uniqueArray(fc.constantFrom('2025-09-10', '2025-10-01', '2025-11-13', '2026-01-14'));
const facts: fc.Arbitrary<RiskFacts> = fc.record({
  schoolYear: fc.constantFrom(2025, 2026),
  excludedOn: days,
  excludedHalfDays: fc.integer({ min: 0, max: 12 }),
  placedOn: days,
  attendance: fc.option(
    fc.record({ percent: fc.integer({ min: 60, max: 90 }), on: fc.constantFrom('2025-10-03', '2025-11-07') }),
    { nil: undefined },
  ),
  lookedAfter: fc.boolean(),
});
const metBy = (known: RiskFacts, on: string): readonly RiskReason[] => criteriaMet(CRITERIA, known, on);

describe('what becomes of the register', () => {
  it('whatever is on record, the same found again changes nothing: neither an open entry nor one signed off', () => {
    fc.assert(
      fc.property(facts, facts, fc.boolean(), (before, now, open) => {
        const kept = metBy(before, '2025-11-12');
        const change = registerChange({ reasons: kept, open }, metBy(now, '2025-11-20'));
        const reasons = change.as === 'unchanged' ? kept : change.reasons;
        const still = change.as === 'raised' || open;
        if (change.as === 'unchanged') return;
        expect(registerChange({ reasons, open: still }, metBy(now, '2025-11-21'))).toEqual({
          as: 'unchanged',
        });
        expect(registerChange({ reasons, open: false }, metBy(now, '2025-11-21'))).toEqual({
          as: 'unchanged',
        });
      }),
    );
  });

  it('an open entry never loses a reason, nor the day on which it was found', () => {
    fc.assert(
      fc.property(facts, facts, (before, now) => {
        const kept = metBy(before, '2025-11-12');
        const change = registerChange({ reasons: kept, open: true }, metBy(now, '2025-11-20'));
        const after = change.as === 'unchanged' ? kept : change.reasons;
        const told = (reasons: readonly RiskReason[]) =>
          reasons.map(({ criterionId, on }) => `${criterionId} ${on}`);
        expect(told(after)).toEqual(expect.arrayContaining(told(kept)));
        expect(new Set(after.map(({ criterionId }) => criterionId)).size).toBe(after.length);
      }),
    );
  });

  it('who was never there comes on it exactly when something is met', () => {
    fc.assert(
      fc.property(facts, (now) => {
        const met = metBy(now, '2025-11-20');
        expect(registerChange(undefined, met).as).toBe(met.length > 0 ? 'raised' : 'unchanged');
      }),
    );
  });
});
