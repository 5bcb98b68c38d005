import type { OperationOutput } from '#shared/contract/contract.ts';
import {
  diffReturned,
  type ReturnedExclusion,
  type ReturnedField,
} from '#shared/domain/returns/diff-returned.ts';
import { categoryWords } from '#shared/text/return-words.ts';
import { periodName } from '#shared/text/period-words.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { returnedExclusions } from '../../exchange/returned-exclusions.ts';

type Comparison = OperationOutput<'authority.compare-extract'>['schools'][number];

/** One school and period of an extract against what is here of it. */
export function compareDocument(
  document: ReturnDocument,
  name: string,
  here: readonly ReturnedExclusion[] | undefined,
): Comparison {
  const there = returnedExclusions(document);
  const { onlyBefore, onlyAfter, altered, same } = diffReturned(here ?? [], there);
  const { period, school } = document;
  return {
    laEstab: school.la + school.estab,
    name,
    period: periodName(period),
    from: period.from,
    to: period.to,
    received: here !== undefined,
    here: here?.length ?? 0,
    there: there.length,
    same,
    onlyHere: onlyBefore.map((one) => shownAs(one)),
    onlyThere: onlyAfter.map((one) => shownAs(one)),
    altered: altered.map(({ before, after, fields }) => ({
      ...shownAs(before),
      fields: fields.map((field) => ({ field, here: wordsOf(before, field), there: wordsOf(after, field) })),
    })),
  };
}

const shownAs = ({ surname, forename, upn, category, startDate }: ReturnedExclusion) => ({
  name: `${surname}, ${forename}`,
  upn,
  category: categoryWords(category),
  startDate,
  fields: [],
});

/** One part of an exclusion as people read it. */
function wordsOf(one: ReturnedExclusion, field: ReturnedField): string {
  const value = one[field];
  if (value === undefined) return 'Not said';
  if (field === 'category') return categoryWords(one.category);
  if (field === 'endDate') return formatDate(one.endDate ?? '');
  if (field === 'reasons') return one.reasons.join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}
