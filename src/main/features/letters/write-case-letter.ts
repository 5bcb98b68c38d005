import type { OperationOutput } from '#shared/contract/contract.ts';
import {
  checkAgreement,
  type AgreementRow,
  type IssuedLetter,
} from '#shared/domain/letters/check-agreement.ts';
import { holds, letterFlags } from '#shared/domain/letters/letter-flags.ts';
import { parentsLetterOf } from '#shared/domain/letters/letters-of.ts';
import { putWords } from '#shared/domain/letters/put-words.ts';
import { staleFacts } from '#shared/domain/letters/stale-facts.ts';
import type { ComposedLetter, LetterId } from '#shared/domain/letters/types.ts';
import { LETTER_TEMPLATES, letterId } from '#shared/text/letters/letter-templates.ts';
import { letterWords } from '#shared/text/letters/letter-words.ts';
import { staleSentence } from '#shared/text/letters/stale-words.ts';
import { writeLetter } from '#shared/text/letters/write-letter.ts';
import type { LetterIssueRecord } from '../../storage/repositories/letters.ts';
import type { LetterCase } from './read-letter-case.ts';
import { stillRuns } from './still-runs.ts';

/** The fact by which a notice is stale once the case was taken back; not the name of any gap. */
const STANDING = 'standing';

/** Whom a letter is addressed to: a family that moves later makes no letter of an old case stale. */
const ADDRESSEES: ReadonlySet<string> = new Set(['parentNames', 'parentAddress']);

export interface CaseLetter {
  readonly title: string;
  readonly party: string;
  readonly letter: ComposedLetter;
  /** What an issue keeps to be compared by. */
  readonly facts: Readonly<Record<string, string>>;
  /** Keys of the duties that sending it fulfils. */
  readonly dutyKeys: readonly string[];
}

/** One letter of a case as it would print now, with what is kept of it when it is sent. */
export function writeCaseLetter(id: LetterId, { facts, letters, owed }: LetterCase): CaseLetter {
  const template = LETTER_TEMPLATES[id];
  const words = letterWords(facts);
  const letter = writeLetter(id, facts, letters.get(id)?.gaps ?? {});
  const flags = letterFlags(facts);
  const standing = flags.has('cancelled') ? 'taken back' : 'in force';
  return {
    title: putWords(template.title, words),
    party: putWords(template.party, words),
    letter,
    facts: { ...letter.watched, ...(id.startsWith('notice-') ? { [STANDING]: standing } : {}) },
    dutyKeys: template.duties
      .filter(({ when }) => holds(when, flags))
      .flatMap(({ keys }) => keys.find((key) => owed.has(key)) ?? []),
  };
}

/** A letter that tells the parents of the decision, not that it was taken back. */
const tellsOfDecision = (id: string): boolean => id.startsWith('parents-') && id !== 'parents-cancelled';

/** What of a letter that was sent no longer holds, in sentences; empty while it all does. */
export function staleOf(issue: LetterIssueRecord, one: LetterCase): string[] {
  const id = letterId(issue.templateId);
  if (id === undefined) return [];
  const now = writeCaseLetter(id, one).facts;
  if (issue.facts[STANDING] !== now[STANDING]) {
    return now[STANDING] === 'taken back'
      ? ['The exclusion was taken back after this was sent.']
      : ['When this was sent the exclusion was taken back; now it stands again.'];
  }
  const tellsParents = tellsOfDecision(id);
  if (tellsParents && letterFlags(one.facts).has('cancelled')) {
    const told = one.issues.some(({ templateId }) => templateId === 'parents-cancelled');
    return told ? [] : ['The exclusion was taken back after this was sent.'];
  }
  const another = tellsParents && parentsLetterOf(one.facts).id !== id;
  return [
    ...(another ? ['The case now asks for another letter to the parents.'] : []),
    ...staleFacts(issue.facts, now)
      .filter(({ key }) => !ADDRESSEES.has(key) || stillRuns(one))
      .map(staleSentence),
  ];
}

/** The letter against the record, the notices sent before, the register's codes and the bookings. */
export function agreementOf(id: LetterId, one: LetterCase, letter: ComposedLetter): readonly AgreementRow[] {
  const latest = new Map<string, LetterIssueRecord>();
  for (const issue of one.issues) if (!latest.has(issue.templateId)) latest.set(issue.templateId, issue);
  const takenBack = letterFlags(one.facts).has('cancelled');
  const comparable = [...latest.values()].filter(
    ({ templateId }) => !takenBack || !tellsOfDecision(templateId),
  );
  const issued = comparable.map((issue): IssuedLetter => ({
    templateId: issue.templateId,
    title: issue.title,
    sentOn: issue.sentOn,
    stale: staleOf(issue, one),
  }));
  return checkAgreement({ templateId: id, facts: one.facts, letter, issued, ...one.checked });
}

/** A row of the issue log as the window has it. */
export const issueView = (
  issue: LetterIssueRecord,
  stale: string[],
): OperationOutput<'letters.sent'>['issue'] => ({
  issueId: issue.id,
  title: issue.title,
  sentTo: issue.sentTo,
  sentHow: issue.sentHow,
  sentOn: issue.sentOn,
  issuedBy: issue.issuedBy,
  issuedAt: issue.issuedAt,
  sha256: issue.sha256,
  stale,
});
