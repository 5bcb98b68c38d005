import type { GapDefinition } from '../../domain/letters/types.ts';
import type { StaleFact } from '../../domain/letters/stale-facts.ts';
import { GAPS } from './gap-definitions.ts';

const short = (text: string): string => text.replace(/\.$/, '').replaceAll('\n', '; ');

/** "The end was at the end of Tuesday 10 June 2025 and is now at midday on Wednesday 11 June 2025." */
export function staleSentence({ key, was, now }: StaleFact): string {
  const gaps: Readonly<Record<string, GapDefinition>> = GAPS;
  const name = gaps[key]?.watched ?? gaps[key]?.label ?? key;
  return now === ''
    ? `${name} was “${short(was)}”; the record says nothing of it any more.`
    : `${name} was “${short(was)}” and is now “${short(now)}”.`;
}
