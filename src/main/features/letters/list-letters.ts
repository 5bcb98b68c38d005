import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { lettersOf, type LetterNeed } from '#shared/domain/letters/letters-of.ts';
import { letterId } from '#shared/text/letters/letter-templates.ts';
import { whyLetter } from '#shared/text/letters/why-letter.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readLetterCase, type LetterCase } from './read-letter-case.ts';
import { issueView, staleOf, writeCaseLetter } from './write-case-letter.ts';

type Row = OperationOutput<'letters.list'>['letters'][number];

/** The letters and notices of a case, needed or sent; a draft has none. */
export const listLetters: Handler<'letters.list'> = (context, { exclusionId }) =>
  context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const stored = await readExclusion(db, home.value.school.id, exclusionId);
    if (stored?.exclusion.state === 'draft') return { ok: true, value: { letters: [] } };
    const read = await readLetterCase(db, context, exclusionId, context.clock.today());
    if (!read.ok) return read;
    const one = read.value;
    const needs = lettersOf(one);
    const listed = new Set(needs.map(({ id }) => id));
    const sent = new Set(one.issues.map(({ templateId }) => templateId));
    const rows = needs.map((need) => rowOf(need, one));
    for (const templateId of sent) {
      const id = letterId(templateId);
      if (id === undefined || listed.has(id)) continue;
      const row = rowOf({ id, needed: false, because: { type: 'once-a-term' } }, one);
      rows.push({ ...row, why: 'It was sent when the record asked for it.' });
    }
    return { ok: true, value: { letters: rows } };
  });

function rowOf(need: LetterNeed, one: LetterCase): Row {
  const { title, party, letter, dutyKeys } = writeCaseLetter(need.id, one);
  const issues = one.issues
    .filter(({ templateId }) => templateId === need.id)
    .map((issue) => issueView(issue, staleOf(issue, one)));
  const [latest] = issues;
  const otherwise = latest === undefined ? toldOtherwise(dutyKeys, one) : undefined;
  return {
    templateId: need.id,
    title,
    party,
    why: otherwise ?? whyLetter(need),
    needed: need.needed && otherwise === undefined,
    state: latest === undefined ? 'not-issued' : latest.stale.length > 0 ? 'stale' : 'issued',
    missing: letter.missing.length,
    issues,
  };
}

/** Nobody is asked to write what was noted as done in another way; undefined while it was not. */
function toldOtherwise(keys: readonly string[], { duties }: LetterCase): string | undefined {
  const rows = keys.map((key) => duties.find((duty) => duty.key === key));
  const [first] = rows;
  if (!first?.fulfilledOn || rows.some((row) => !row?.fulfilledOn)) return undefined;
  return `It was noted as done on ${formatDate(first.fulfilledOn)}: ${first.how ?? ''}.`;
}
