import { periodByRule } from '#shared/domain/returns/periods.ts';
import { findImpossibleCharacters } from './check-characters.ts';
import type { ImportProblem } from './file-problems.ts';
import { problem } from './file-problems.ts';
import type { ReturnDocument } from './return-document.ts';

/** What no format can hold: characters that no file may have, and a period that is not what its name says. */
export function findUnwritable(document: ReturnDocument): readonly ImportProblem[] {
  return [...findImpossibleCharacters(document), ...findOddPeriod(document)];
}

function findOddPeriod({ period }: ReturnDocument): readonly ImportProblem[] {
  const { from, to } = periodByRule(period) ?? {};
  if (from === period.from && to === period.to) return [];
  return [
    problem('error', {
      element: 'Period',
      value: `${period.from} to ${period.to}`,
      message: 'These are not the dates of the period that the return names.',
      remedy: 'Choose the period again and make the return again.',
    }),
  ];
}
