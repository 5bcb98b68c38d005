import fc from 'fast-check';
import { CASE_EVENT_TYPES } from '#shared/domain/duties/types.ts';
import { PLACE_OUTCOMES } from '#shared/domain/placements/types.ts';

/** One try of somebody in the office; many are refused, as in life. */
export type Try =
  | {
      readonly does: 'draft';
      readonly pupil: number;
      readonly days: number;
      readonly from: number;
      readonly by: boolean;
    }
  | { readonly does: 'change-draft'; readonly which: number; readonly days: number }
  | { readonly does: 'issue'; readonly which: number }
  | { readonly does: 'discard'; readonly which: number }
  | {
      readonly does: 'follow';
      readonly which: number;
      readonly as: 'further' | 'extension' | 'conversion';
      readonly days: number;
    }
  | {
      readonly does: 'event';
      readonly which: number;
      readonly type: (typeof CASE_EVENT_TYPES)[number];
      readonly outcome: string | undefined;
    }
  | { readonly does: 'void'; readonly which: number; readonly event: number }
  | { readonly does: 'cancel'; readonly which: number; readonly back: number }
  | {
      readonly does: 'book';
      readonly which: number;
      readonly provider: number;
      readonly hold: boolean;
      readonly n: number;
    }
  | { readonly does: 'confirm' | 'end-place'; readonly which: number; readonly n: number }
  | { readonly does: 'change-stay'; readonly which: number; readonly n: number }
  | { readonly does: 'move-stay'; readonly which: number; readonly provider: number }
  | { readonly does: 'choose'; readonly which: number; readonly home: boolean }
  | { readonly does: 'mark'; readonly which: number; readonly outcome: number }
  | { readonly does: 'wait'; readonly days: number };

const which = fc.nat(30);
const n = fc.integer({ min: 1, max: 6 });
const provider = fc.nat(1);

/** Tries in a row, those that begin and lead somewhere more often than those that end. */
export const tries = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('draft' as const),
        pupil: fc.nat(4),
        days: n,
        from: fc.nat(6),
        by: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('change-draft' as const), which, days: n }) },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('issue' as const), which }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('discard' as const), which }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('follow' as const),
        which,
        as: fc.constantFrom('further' as const, 'extension' as const, 'conversion' as const),
        days: n,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant('event' as const),
        which,
        type: fc.constantFrom(...CASE_EVENT_TYPES),
        outcome: fc.constantFrom(
          undefined,
          'upheld',
          'reinstated',
          'considered',
          'quashed',
          'by-hand',
          'reconsider',
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('void' as const), which, event: which }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), which, back: fc.nat(8) }) },
    {
      weight: 6,
      arbitrary: fc.record({ does: fc.constant('book' as const), which, provider, hold: fc.boolean(), n }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constantFrom('confirm' as const, 'end-place' as const), which, n }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('change-stay' as const), which, n }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('move-stay' as const), which, provider }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('choose' as const), which, home: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('mark' as const),
        which,
        outcome: fc.nat(PLACE_OUTCOMES.length),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), days: n }) },
  ),
  { minLength: 25, maxLength: 60 },
);
