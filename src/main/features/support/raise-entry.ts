import type { ParsedInput } from '#shared/contract/contract.ts';
import { leftOn } from '#shared/domain/pupils/left-on.ts';
import type { Criterion, RiskReason } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayCriterion } from '#shared/text/support-words.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { latestEntry } from '../../storage/repositories/at-risk-entries.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

interface Raised {
  readonly entryId: string;
  readonly as: 'raised' | 'added';
}

/** Puts a pupil on the register by hand; what is met on record comes along. */
export const raiseEntry: Handler<'support.raise'> = (context, input) =>
  context.change<Raised>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const pupil = await findPupil(db, schoolId, input.pupilId);
    if (pupil === undefined) {
      return refuse('not-found', 'Nothing was noted: this pupil is not on the school’s list.', {
        fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
      });
    }
    const left = leftOn(pupil, context.clock.today());
    if (left !== undefined && (await latestEntry(db, pupil.id))?.signedOffOn !== null) {
      return refuse(
        'refused',
        'Nothing was noted: this pupil has left the school. Correct the leaving date first if that is wrong.',
        { fields: [{ path: 'pupilId', message: 'Choose a pupil who is on the roll.' }] },
      );
    }
    const { criteria } = await readCriteria(db, schoolId);
    const byHand = reasonOf(criteria, input, context.clock.today());
    if (!byHand.ok) return byHand;
    const { entryId, as, audit } = await syncAtRisk(db, context, pupil, { byHand: byHand.value });
    if (entryId === undefined || as === 'unchanged') {
      return refuse(
        'conflict',
        entryId === undefined
          ? 'The pupil was not put on the register: nothing new is met on record. Choose a criterion that is noted by hand.'
          : 'Nothing was added: the pupil is on the register for this already.',
        { fields: [{ path: 'criterionId', message: 'Choose another criterion, or add a note.' }] },
      );
    }
    return { ok: true, value: { value: { entryId, as }, audit } };
  });

function reasonOf(
  criteria: readonly Criterion[],
  { criterionId, note }: ParsedInput<'support.raise'>,
  today: IsoDate,
): Result<readonly RiskReason[]> {
  if (criterionId === undefined) return { ok: true, value: [] };
  const criterion = criteria.find(({ id }) => id === criterionId);
  const fields = [{ path: 'criterionId', message: 'Choose a criterion that is noted by hand.' }];
  if (criterion === undefined)
    return refuse('not-found', 'Nothing was noted: this criterion is not in use any more.', { fields });
  const { category, rule } = criterion;
  if (rule.kind !== 'by-hand') {
    return refuse(
      'invalid-input',
      `Nothing was noted: “${sayCriterion(rule)}” follows from what is on record.`,
      { fields },
    );
  }
  const fact = { ...rule, ...(note === undefined || note === '' ? {} : { note }) };
  return { ok: true, value: [{ criterionId, category, on: today, fact }] };
}
