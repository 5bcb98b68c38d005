import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { RuleSet } from '#shared/domain/duties/types.ts';
import type { LimitBar } from '#shared/domain/exclusions/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { capitalise, exclusionNoun } from '#shared/text/exclusion-words.ts';
import { termLabel } from './term-label.ts';

interface GovernorsInput {
  readonly kind: ExclusionKind;
  readonly ruleSet: RuleSet;
  readonly index: CalendarIndex;
  /** The term that decides; none for a permanent exclusion. */
  readonly term: LimitBar | undefined;
  /** The day on which the governors are told, from which their days count. */
  readonly toldOn: IsoDate;
}

/**
 * What the term's total, or a permanent exclusion, obliges the governors to, with the last day; undefined when
 * they need not meet. The first row of the rule set's table that matches holds; whether an examination is missed
 * is not known here.
 */
export function governorsWarning({ kind, ruleSet, index, term, toldOn }: GovernorsInput): string | undefined {
  const rule = ruleSet.governors.find(({ when, overTermDays = 0 }) =>
    when === 'permanent'
      ? kind === 'permanent'
      : when === 'term-total' && term !== undefined && term.after > overTermDays * 2,
  );
  if (rule?.byDay === undefined || rule.must === 'consider-representations') return undefined;
  const by = index.schoolDayAfter(toldOn, rule.byDay);
  const day = `school day ${String(rule.byDay)} after they are told`;
  const when = by === undefined ? `by ${day}` : `by ${formatDate(by)} (${day})`;
  const must = `the ${ruleSet.words.governors} must meet ${when}`;
  if (kind === 'permanent' || term === undefined) {
    return `${capitalise(exclusionNoun('permanent', ruleSet))}: ${must}.`;
  }
  const total = String(term.after / 2);
  const over = String(rule.overTermDays ?? 0);
  const asked = rule.must === 'meet-if-asked' ? 'if the parents ask for it, ' : '';
  return `This takes the ${termLabel(term)} to ${total} days, more than ${over}: ${asked}${must}.`;
}
