import { formatDate } from '../calendar/format-date.ts';
import type { ExclusionKind, ExclusionState } from '../exclusions/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';

/** What of an exclusion decides whether a return holds it. */
export interface JudgedRecord {
  readonly state: ExclusionState;
  readonly kind: ExclusionKind;
  /** Missing only for a draft. */
  readonly startDate: IsoDate | undefined;
  /** Stopped before its end, with no session taken. */
  readonly takenOver: boolean;
  /** The pupil's last day at the school, where it is before the reference date of the return. */
  readonly leftOn: IsoDate | undefined;
}

/** Where the way out of a verdict begins: issue or discard the draft, look at the record, switch lunchtimes on. */
export const VERDICT_FIXES = ['issue', 'record', 'lunchtimes'] as const;

export type VerdictFix = (typeof VERDICT_FIXES)[number];

/** The rules behind a verdict, by name; docs/returns.md has them all. */
export const VERDICT_RULES = [
  'in',
  'in-leaver',
  'draft',
  'cancelled',
  'withdrawn',
  'reinstated',
  'overturned',
  'started-before',
  'lunchtime',
  'taken-over',
] as const;

export type VerdictRule = (typeof VERDICT_RULES)[number];

export interface Verdict {
  readonly verdict: 'in' | 'out';
  readonly rule: VerdictRule;
  /** In a sentence or two: why, and what it means. */
  readonly why: string;
  /** Missing where there is nothing to do about it. */
  readonly fix?: VerdictFix;
}

/** What became of a case that is not returned for it, and what it means. */
const TAKEN_BACK = {
  cancelled:
    'Cancelled by the head: it counts as never given, and is not returned. Days the pupil was out stay in the 45.',
  withdrawn: 'Withdrawn by the head: only exclusions that stand are returned.',
  reinstated: 'The governors put the pupil back: only exclusions that stand are returned.',
  overturned:
    'A panel quashed it or found against it: it is removed from the return. One that was sent before is taken out by the next version.',
} as const satisfies Partial<Record<ExclusionState, string>>;

const out = (rule: VerdictRule, why: string, fix?: VerdictFix): Verdict => ({
  verdict: 'out',
  rule,
  why,
  ...(fix === undefined ? {} : { fix }),
});

/**
 * Whether a return that takes starts from `from` on holds an exclusion, and the named rule behind it. The end of the
 * period is no matter here: what starts after it has nothing to do with the return. `lunchtimes` is the school's switch.
 */
export function verdictOf(
  { state, kind, startDate, takenOver, leftOn }: JudgedRecord,
  { from, lunchtimes }: { readonly from: IsoDate; readonly lunchtimes: boolean },
): Verdict {
  if (state === 'draft') {
    return out('draft', 'A draft: only issued exclusions are returned. Issue it or discard it.', 'issue');
  }
  if (isTakenBack(state)) return out(state, TAKEN_BACK[state], 'record');
  if (startDate === undefined || startDate < from) {
    return out(
      'started-before',
      `Started before ${formatDate(from)} and ran into the period: the return before it has it.`,
    );
  }
  if (kind === 'lunchtime' && !lunchtimes) {
    return out(
      'lunchtime',
      'A lunchtime: it counts towards the limits, but lunchtimes are switched off for the return, as the census does not collect them.',
      'lunchtimes',
    );
  }
  if (kind === 'fixed-period' && takenOver) {
    return out(
      'taken-over',
      'Another exclusion took over before any session was missed: that one is returned.',
      'record',
    );
  }
  if (leftOn !== undefined) {
    return {
      verdict: 'in',
      rule: 'in-leaver',
      why: `Issued, and starts in the period. The pupil left on ${formatDate(leftOn)} and goes in with those no longer on roll.`,
    };
  }
  return { verdict: 'in', rule: 'in', why: 'Issued, and starts in the period.' };
}

const isTakenBack = (state: ExclusionState): state is keyof typeof TAKEN_BACK =>
  Object.hasOwn(TAKEN_BACK, state);
