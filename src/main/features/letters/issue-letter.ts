import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { LetterId } from '#shared/domain/letters/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { LETTER_TEMPLATES } from '#shared/text/letters/letter-templates.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { fulfilDuties } from '../../storage/repositories/duty-writes.ts';
import { insertLetterIssue, writeLetterRecord } from '../../storage/repositories/letters.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { letterheadOf } from '../letterhead-of.ts';
import { goesBy } from './goes-by.ts';
import { canonicalJson } from './letter-content.ts';
import { knownLetter } from './open-letter.ts';
import { readLetterCase, type LetterCase } from './read-letter-case.ts';
import { sameVersion } from './save-letter.ts';
import { tellDecision } from './tell-decision.ts';
import { agreementOf, writeCaseLetter, type CaseLetter } from './write-case-letter.ts';

/**
 * Logs a letter as sent: its exact content with a fingerprint, when, how and to whom, and the duties that it fulfils.
 * Refused while a gap is unfilled, while it disagrees with the record, or for a day that is still to come.
 */
export const issueLetter: Handler<'letters.issue'> = (context, input) =>
  context.change(async (db) => {
    const id = knownLetter(input.templateId);
    if (!id.ok) return id;
    const wrongDay = input.sentOn > context.clock.today();
    if (wrongDay) return refuseDay('This day is in the future. Log the letter once it is sent.');
    // Dated the day it goes, unless a date was typed; the parents' last day follows from how it goes.
    const read = await readLetterCase(db, context, input.exclusionId, input.sentOn, goesBy(input.sentHow));
    if (!read.ok) return read;
    const one = read.value;
    const current = sameVersion(one.letters.get(id.value), input.version);
    if (!current.ok) return current;
    const { decidedOn } = one.facts.exclusion;
    if (input.sentOn < decidedOn) {
      return refuseDay(`This day is before the decision of ${formatDate(decidedOn)}.`);
    }
    const written = writeCaseLetter(id.value, one);
    const ready = mayGo(id.value, one, written);
    if (!ready.ok) return ready;
    const issueId = await keep(db, context, input, id.value, one, written);
    const fulfilled = await fulfil(db, context, input, id.value, one, written);
    return {
      ok: true,
      value: {
        value: { issueId },
        audit: {
          subjectType: 'exclusion',
          subjectId: input.exclusionId,
          detail: {
            letter: id.value,
            title: written.title,
            issueId,
            sentTo: input.sentTo,
            sentHow: input.sentHow,
            sentOn: input.sentOn,
            fulfilled,
          },
        },
      },
    };
  });

const refuseDay = (message: string): Result<never> =>
  refuse('invalid-input', `${message} Nothing was logged.`, { fields: [{ path: 'sentOn', message }] });

/** Whether a letter is complete and agrees with the record; else the sentences why it may not go. */
export function mayGo(id: LetterId, one: LetterCase, { letter }: CaseLetter): Result<undefined> {
  const missing = letter.gaps.filter(({ from }) => from === 'missing');
  if (missing.length > 0) {
    const count = missing.length === 1 ? 'One gap is' : `${String(missing.length)} gaps are`;
    return refuse('refused', `${count} not filled: ${letter.missing.join(' ')}`, {
      fields: missing.map(({ key, label }, at) => ({
        path: `gaps.${key}`,
        message: letter.missing[at] ?? label,
      })),
    });
  }
  const against = agreementOf(id, one, letter).filter(({ ok, blocks }) => !ok && blocks);
  if (against.length === 0) return { ok: true, value: undefined };
  return refuse(
    'refused',
    `The letter does not agree with the record. ${against.map(({ text }) => text).join(' ')}`,
  );
}

async function keep(
  db: Db,
  { clock, newId, session }: Context,
  { exclusionId, sentTo, sentHow, sentOn }: ParsedInput<'letters.issue'>,
  id: LetterId,
  { letters, facts }: LetterCase,
  { title, letter, facts: watched }: CaseLetter,
): Promise<string> {
  const before = letters.get(id);
  const letterId = before?.id ?? newId();
  if (!before) {
    await writeLetterRecord(db, {
      id: letterId,
      exclusionId,
      templateId: id,
      gaps: {},
      updatedBy: session.userName,
      updatedAt: clock.now(),
      version: 1,
    });
  }
  const content = { title, letterhead: letterheadOf(facts), blocks: letter.blocks };
  const issueId = newId();
  await insertLetterIssue(db, {
    id: issueId,
    letterId,
    exclusionId,
    templateId: id,
    templateVersion: LETTER_TEMPLATES[id].version,
    title,
    content,
    facts: watched,
    sha256: sha256(Buffer.from(canonicalJson(content), 'utf8')),
    sentTo,
    sentHow,
    sentOn,
    issuedBy: session.userName,
    issuedAt: clock.now(),
  });
  return issueId;
}

/** Notes the duties that the letter stands for as done, where they are owed and not done; gives their keys. */
async function fulfil(
  db: Db,
  context: Context,
  { exclusionId, sentTo, sentHow, sentOn }: ParsedInput<'letters.issue'>,
  id: LetterId,
  one: LetterCase,
  { title, dutyKeys }: CaseLetter,
): Promise<readonly string[]> {
  const { clock, session } = context;
  const open = new Set(
    one.duties.filter(({ owed, fulfilledOn }) => owed && fulfilledOn === null).map(({ key }) => key),
  );
  const keys = dutyKeys.filter((key) => open.has(key));
  const how = `Letter, ${sentHow}`;
  const cause = {
    cause: `“${title}” was sent to ${sentTo}, ${sentHow}, on ${formatDate(sentOn)}`,
    userName: session.userName,
    at: clock.now(),
  };
  await fulfilDuties(
    db,
    exclusionId,
    keys,
    { on: sentOn, how, byWhom: session.userName, evidence: title },
    cause,
  );
  if (id === 'governors-decision')
    await tellDecision(db, context, one, { sentOn, sentHow, note: cause.cause });
  const { pupilId } = one.exclusion;
  await syncDutiesOfCase(db, context, { pupilId, exclusionId }, cause.cause);
  return keys;
}
