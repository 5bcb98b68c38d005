import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import type { SignOffBasis } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayReason } from '#shared/text/support-words.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { updateEntry, type RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import type { Db } from '../../storage/store.ts';
import { readRiskFacts } from '../at-risk-facts.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'The pupil was not signed off';

/** Ends that a pupil is at risk. The entry stays in the grid of its terms, with the key worker it had. */
export const signOff: Handler<'support.sign-off'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const opened = await openEntry(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const holds = await basisHolds(db, opened.value, input.as, clock.today());
    if (!holds.ok) return holds;
    const { id, pupilId, reviewOn } = opened.value;
    const after = {
      signedOffOn: clock.today(),
      signedOffBy: session.userName,
      signedOffReason: input.reason,
      signedOffAs: input.as,
    };
    await updateEntry(db, id, after);
    const detail = { pupilId, reviewOn, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'at-risk-entry', subjectId: id, detail } } };
  });

/** By the date only once the period is over, by the criteria only while none is met on record; a decision always. */
async function basisHolds(
  db: Db,
  { pupilId, inCare, reviewOn }: RegisterEntry,
  as: SignOffBasis,
  today: IsoDate,
): Promise<Result<undefined>> {
  const not = (why: string): Result<never> =>
    refuse('refused', `${NOT_DONE}: ${why}`, {
      fields: [{ path: 'as', message: 'Choose another ground, for example a decision.' }],
    });
  if (as === 'date' && today < reviewOn) {
    return not(`the period is not over before ${formatDate(reviewOn)}. It can be a decision.`);
  }
  if (as !== 'criteria') return { ok: true, value: undefined };
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { criteria } = await readCriteria(db, home.value.school.id);
  const met = criteriaMet(criteria, await readRiskFacts(db, { id: pupilId, inCare }, today), today);
  return met.length === 0
    ? { ok: true, value: undefined }
    : not(
        `by what is on record a criterion is still met (${met.map(({ fact }) => sayReason(fact)).join('; ')}). It can be a decision.`,
      );
}
