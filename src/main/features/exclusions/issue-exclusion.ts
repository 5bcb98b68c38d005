import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { decidersOn, sameName } from '#shared/domain/exclusions/deciders.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { guardOf } from '../../storage/guard-of.ts';
import { readIssuedExclusions } from '../../storage/repositories/exclusion-history.ts';
import {
  insertHalfDays,
  writeExclusion,
  type ExclusionRecord,
} from '../../storage/repositories/exclusions.ts';
import type { Db } from '../../storage/store.ts';
import type { Changed, Context, Handler } from '../context.ts';
import { assessDraft, type Assessment } from './assess-draft.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Draft } from './draft.ts';
import { decisionDay } from './decider-problems.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { takeOver } from './take-over.ts';
import { openDraft, type StoredDraft } from './open-draft.ts';
import { draftOf, recordOf, stampedOn } from './stored-draft.ts';

interface Issued {
  readonly id: string;
  readonly version: number;
}

/**
 * Issues an exclusion: from then on it counts. Everything is checked again inside the transaction, and what the case
 * was decided under is stamped on it: the rule set of its start, the pupil's SEN provision and whether in care.
 */
export const issueExclusion: Handler<'exclusions.issue'> = async (context, draft) => {
  try {
    return await context.change((db) => issue(db, context, draft));
  } catch (error) {
    if (guardOf(error) !== 'pupil-excluded-twice') throw error;
    return refuseTaken(context, draft);
  }
};

async function issue(db: Db, context: Context, draft: Draft): Promise<Result<Changed<Issued>>> {
  const facts = await readCaseFacts(db, context.clock.today(), draft.pupilId, draft.id);
  if (!facts.ok) return facts;
  const opened = await openDraft(db, facts.value.schoolId, draft);
  if (!opened.ok) return opened;
  const assessment = assessDraft(draft, facts.value);
  const { span } = assessment;
  if (!assessment.preview.canIssue || span === undefined) return refuseProblems(assessment);
  const exclusion = issuedRecord(context, draft, facts.value, assessment, opened.value);
  const taken = await takeOver(db, context, draft, span.start, facts.value);
  await writeExclusion(db, exclusion, draft.reasons);
  await insertHalfDays(db, exclusion, span.halfDays);
  const title = exclusionTitle(exclusion);
  const { pupilId, id: exclusionId } = exclusion;
  await syncDutiesOfCase(db, context, { pupilId, exclusionId }, `this was issued: ${title}`);
  const { schoolId, pupil } = facts.value;
  const { inCare, leftOn: leavingDate = null } = pupil;
  const atRisk = await syncAtRisk(
    db,
    context,
    { id: pupilId, schoolId, inCare, leavingDate, enrolStatus: null },
    { issuedFrom: span.start.date },
  );
  const before = opened.value;
  return {
    ok: true,
    value: {
      value: { id: exclusion.id, version: exclusion.version },
      audit: [
        {
          subjectType: 'exclusion',
          subjectId: exclusion.id,
          detail: {
            title,
            ...(before ? { before: draftOf(before.exclusion, before.reasons) } : {}),
            after: {
              ...draftOf(exclusion, draft.reasons),
              ruleSet: exclusion.ruleSet,
              senProvision: exclusion.senProvision,
              inCare: exclusion.inCare,
              sessions: span.halfDays,
            },
            stamped: stampedOn(exclusion),
          },
        },
        ...taken,
        ...atRisk.audit,
      ],
    },
  };
}

function issuedRecord(
  { clock, newId, session }: Context,
  draft: Draft,
  { schoolId, pupil, heads, today }: CaseFacts,
  { ruleSet, span }: Assessment,
  before: StoredDraft,
): ExclusionRecord {
  const permanent = draft.kind === 'permanent';
  return {
    ...recordOf(draft),
    id: before?.exclusion.id ?? newId(),
    schoolId,
    state: 'issued',
    ruleSet: ruleSet.id,
    decidedBy: enteredName(draft, heads, decisionDay(draft, today)),
    decidedOn: decisionDay(draft, today),
    startSlot: span?.start.slot ?? draft.startSlot,
    endDate: span?.end?.date ?? null,
    endSlot: span?.end?.slot ?? null,
    halfDays: permanent ? null : (span?.halfDays.length ?? null),
    senProvision: pupil.senProvision,
    inCare: pupil.inCare,
    recordedBy: before?.exclusion.recordedBy ?? session.userName,
    recordedAt: before?.exclusion.recordedAt ?? clock.now(),
    issuedBy: session.userName,
    issuedAt: clock.now(),
    version: (before?.exclusion.version ?? 0) + 1,
  };
}

/** The head's name as it is entered, not as it was typed: the letters are signed with it. */
const enteredName = (draft: Draft, heads: CaseFacts['heads'], day: IsoDate): string =>
  decidersOn(heads, day).find(({ name }) => sameName(name, draft.decidedBy))?.name ?? draft.decidedBy;

function refuseProblems({ preview }: Assessment): Result<never> {
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const fields = errors.map(({ field, message }) => ({ path: field ?? 'startDate', message }));
  const message =
    errors.length === 1 && first
      ? `Not issued. ${first.message} The draft is kept.`
      : `Not issued: ${String(errors.length)} things need correcting first. The draft is kept.`;
  return refuse('refused', message, { fields });
}

/** Somebody issued another exclusion of the pupil in the same moment: names it. */
async function refuseTaken(context: Context, draft: Draft): Promise<Result<never>> {
  const facts = await context.read((db) => readCaseFacts(db, context.clock.today(), draft.pupilId, draft.id));
  const wanted = facts.ok ? assessDraft(draft, facts.value).span?.halfDays : undefined;
  const keys = new Set(wanted?.map(sessionKey));
  const others = await context.read((db) => readIssuedExclusions(db, draft.pupilId));
  const other = others.find(({ halfDays }) => halfDays.some((one) => keys.has(sessionKey(one))));
  const day = other?.halfDays.find((one) => keys.has(sessionKey(one)))?.date;
  const named =
    other && day
      ? `${other.title}, takes some of the same sessions (${formatDate(day)})`
      : 'has the same sessions';
  const message = `Not issued: another exclusion of this pupil, ${named}. The draft is kept; change its start or its length.`;
  return refuse('conflict', message, { fields: [{ path: 'startDate', message }] });
}
