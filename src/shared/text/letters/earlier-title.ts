import type { Session } from '../../domain/calendar/types.ts';
import type { RuleSet } from '../../domain/duties/types.ts';
import type { ExclusionKind } from '../../domain/exclusions/types.ts';
import { exclusionNoun, formatLength } from '../exclusion-words.ts';
import { longDate } from './long-date.ts';

/** "suspension of 2.5 days from Tuesday 3 June 2025": an earlier exclusion as a letter names it. */
export function earlierTitle(exclusion: {
  readonly kind: ExclusionKind;
  readonly ruleSet: RuleSet;
  readonly start: Session;
  readonly halfDays: number;
}): string {
  const { kind, ruleSet, start, halfDays } = exclusion;
  const length = kind === 'permanent' ? '' : ` of ${formatLength(kind, halfDays)}`;
  return `${exclusionNoun(kind, ruleSet)}${length} from ${longDate(start.date)}`;
}
