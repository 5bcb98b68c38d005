import { refuse, type Result } from '#shared/kernel/result.ts';
import type { LetterId } from '#shared/domain/letters/types.ts';
import { letterId } from '#shared/text/letters/letter-templates.ts';
import type { Handler } from '../context.ts';
import { blockView } from './block-view.ts';
import { readLetterCase } from './read-letter-case.ts';
import { agreementOf, issueView, staleOf, writeCaseLetter } from './write-case-letter.ts';

/** One letter as it would print now, its gaps, and whether it agrees with the record. */
export const openLetter: Handler<'letters.open'> = (context, { exclusionId, templateId }) =>
  context.read(async (db) => {
    const id = knownLetter(templateId);
    if (!id.ok) return id;
    const read = await readLetterCase(db, context, exclusionId, context.clock.today());
    if (!read.ok) return read;
    const one = read.value;
    const { title, party, letter, dutyKeys } = writeCaseLetter(id.value, one);
    const agreement = agreementOf(id.value, one, letter);
    const version = one.letters.get(id.value)?.version;
    const [dutyKey] = dutyKeys;
    return {
      ok: true,
      value: {
        exclusionId,
        templateId: id.value,
        title,
        party,
        ruleSet: one.facts.ruleSet.name,
        pupilName: one.facts.pupil.name,
        ...(version === undefined ? {} : { version }),
        blocks: blockView(letter.blocks),
        gaps: [...letter.gaps],
        missing: [...letter.missing],
        agreement: [...agreement],
        canIssue: letter.missing.length === 0 && agreement.every(({ ok, blocks }) => ok || !blocks),
        ...(dutyKey === undefined ? {} : { dutyKey }),
        issues: one.issues
          .filter((issue) => issue.templateId === id.value)
          .map((issue) => issueView(issue, staleOf(issue, one))),
        suggestedTo: letter.blocks[0]?.lines[0]?.map(({ text }) => text).join('') ?? '',
      },
    };
  });

/** The template of an id, or a sentence. */
export function knownLetter(templateId: string): Result<LetterId> {
  const id = letterId(templateId);
  if (id !== undefined) return { ok: true, value: id };
  return refuse('not-found', 'There is no such letter. Open the letters of the case again.');
}
