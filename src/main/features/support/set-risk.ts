import { levelsOf } from '#shared/domain/support/risk-levels.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openEntry } from './open-entry.ts';

const NOT_DONE = 'Nothing was noted';

/** Notes the level and the factors of a pupil. A factor keeps the day and the words with which it was first noted. */
export const setRisk: Handler<'support.set-risk'> = (context, input) =>
  context.change(async (db) => {
    const opened = await openEntry(db, input, NOT_DONE);
    if (!opened.ok) return opened;
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { procedure } = await readCriteria(db, home.value.school.id);
    const { id, pupilId, level: levelBefore, factors: factorsBefore } = opened.value;
    const { level } = input;
    if (level !== undefined && level !== levelBefore && !levelsOf(procedure.levels).includes(level)) {
      return refuse('invalid-input', `${NOT_DONE}: this level is not in use here.`, {
        fields: [{ path: 'level', message: 'Choose one of the levels.' }],
      });
    }
    const before = factorsBefore ?? [];
    const known = new Map([
      ...procedure.factors.map((factor) => [factor.id, { ...factor, on: context.clock.today() }] as const),
      ...before.map((factor) => [factor.id, factor] as const),
    ]);
    const factors = [...new Set(input.factorIds)].map((factorId) => known.get(factorId));
    const noted = factors.filter((factor) => factor !== undefined);
    if (noted.length < factors.length) {
      return refuse(
        'not-found',
        `${NOT_DONE}: one of the factors is not in use any more. Look at them again.`,
        {
          fields: [{ path: 'factorIds', message: 'Choose among the factors.' }],
        },
      );
    }
    const after = { level: level ?? null, factors: noted };
    await updateEntry(db, id, after);
    const detail = { pupilId, before: { level: levelBefore, factors: before }, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'at-risk-entry', subjectId: id, detail } } };
  });
