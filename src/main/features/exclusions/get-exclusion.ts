import { stateDay } from '#shared/domain/exclusions/state-day.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { assessDraft } from './assess-draft.ts';
import { judgeIssued } from '../case-duties.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Draft, Preview } from './draft.ts';
import { exclusionRow } from './exclusion-row.ts';
import { caseCourse } from './case-course.ts';
import { draftOf } from './stored-draft.ts';
import { storedSpan } from './stored-span.ts';

/** One exclusion as recorded, with its preview; an issued one is shown as it stands, without problems to mend. */
export const getExclusion: Handler<'exclusions.get'> = (context, { id }) =>
  context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const stored = await readExclusion(db, home.value.school.id, id);
    if (!stored) {
      return refuse(
        'not-found',
        'This exclusion is no longer there. It may have been a draft that was discarded.',
      );
    }
    const { exclusion, reasons } = stored;
    const facts = await readCaseFacts(
      db,
      context.clock.today(),
      exclusion.pupilId,
      exclusion.state === 'draft' ? id : undefined,
    );
    if (!facts.ok) return facts;
    const draft = draftOf(exclusion, reasons);
    const issued = exclusion.state !== 'draft';
    const preview = issued ? asItStood(draft, facts.value) : assessDraft(draft, facts.value).preview;
    const { name, form } = facts.value.pupil;
    return {
      ok: true,
      value: {
        row: exclusionRow({
          exclusion,
          pupilName: name,
          form,
          stateOn: stateDay(exclusion.state, facts.value.events.get(id) ?? []),
        }),
        draft,
        preview,
        ...(await caseCourse(db, facts.value, id, context.clock.today(), context.session.role)),
        ...(exclusion.issuedAt === null ? {} : { issuedAt: exclusion.issuedAt }),
        ...(exclusion.issuedBy === null ? {} : { issuedBy: exclusion.issuedBy }),
      },
    };
  });

/**
 * An issued exclusion as it was issued: with the sessions it took, and the totals it led to, without exclusions that
 * began later; nothing in it is a problem to mend any more.
 */
function asItStood(draft: Draft, facts: CaseFacts): Preview {
  const own = facts.issued.find(({ id }) => id === draft.id);
  const others = facts.others.filter(
    ({ start }) => own !== undefined && sessionKey(start) < sessionKey(own.start),
  );
  const issued = own && {
    span: storedSpan(own, facts.index),
    judged: judgeIssued(own, facts, facts.events.get(own.id) ?? []),
  };
  const { preview } = assessDraft(draft, { ...facts, others }, issued);
  return { ...preview, problems: [], canIssue: false };
}
