import type { CensusLayout } from '#shared/domain/returns/census-layout.ts';
import type { ImportProblem } from './file-problems.ts';
import { problem } from './file-problems.ts';
import type { ReturnCategory, ReturnDocument, ReturnExclusion } from './return-document.ts';
import { optional, type Part } from './xml-write.ts';

/** The fixed period and the suspension are one thing, called by the code of the layout's years. */
const SUSPENSION: Readonly<Record<CensusLayout, ReturnCategory>> = { '2012': 'FIXD', '2020': 'SUSP' };

/**
 * What a census file of this layout holds of a return: nothing beyond the census, and the category as its years had it.
 * Taken before exclusions are put in order, so that the order does not hang on what the file cannot say.
 */
export function censusPart(document: ReturnDocument, layout: CensusLayout): ReturnDocument {
  const { urn: _, ...school } = document.school;
  const exclusionPart = ({ extra: __, explanations: ___, ...one }: ReturnExclusion): ReturnExclusion => ({
    ...one,
    category: one.category === 'FIXD' || one.category === 'SUSP' ? SUSPENSION[layout] : one.category,
  });
  return {
    ...document,
    school,
    pupils: document.pupils.map((pupil) => ({ ...pupil, exclusions: pupil.exclusions.map(exclusionPart) })),
  };
}

/** The parts of one exclusion of a census file. */
export function censusExclusion(one: ReturnExclusion, layout: CensusLayout): readonly Part[] {
  const reasons = one.reasons.map((reason): Part => ['Reason', reason]);
  return [
    ['Category', one.category],
    ...(layout === '2012' ? reasons : [['Reasons', reasons] as const]),
    ['StartDate', one.startDate],
    // A permanent exclusion has no length, so the census has no sessions for it.
    one.category === 'PERM' ? undefined : optional('Sessions', one.sessions),
    optional('InCare', one.inCare),
    optional('SENprovision', one.senProvision),
  ];
}

/** Exclusions that the layout has no room for. */
export function findNotInLayout(document: ReturnDocument, layout: CensusLayout): readonly ImportProblem[] {
  if (layout === '2020') return [];
  return document.pupils.flatMap(({ upn, exclusions }) =>
    exclusions
      .filter(({ reasons }) => reasons.length > 1)
      .map(({ startDate, reasons }) =>
        problem('error', {
          element: `${upn} ${startDate}`,
          value: reasons.join(', '),
          message: 'A census to summer 2020 takes one reason for each exclusion; this one has more.',
          remedy: 'Leave the main reason only, or choose another format.',
        }),
      ),
  );
}
