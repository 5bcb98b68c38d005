import { effectOfStays, LEAST_STAYS, TERM_DAYS } from '#shared/domain/patterns/effect-of-stays.ts';
import type { EffectRow } from '#shared/domain/patterns/types.ts';
import { EFFECT_CAUTION } from '#shared/text/pattern-words.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { readFinishedStays, readStarts } from '../../storage/repositories/incidents.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Exclusions in the term before and after each stay; of too few stays only how many there are. */
export const effectOfProvision: Handler<'patterns.effect'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const today = clock.today();
    const stays = await readFinishedStays(db, schoolId, today);
    const starts = await readStarts(db, schoolId, today);
    const index = await readCalendarIndex(db, schoolId);
    const { all, providers, ...left } = effectOfStays(
      stays,
      starts,
      index.schoolDaysBetween('1900-01-01', today),
    );
    return {
      ok: true,
      value: {
        termDays: TERM_DAYS,
        leastStays: LEAST_STAYS,
        all: view(all),
        providers: providers.map(({ providerName, ...row }) => ({ providerName, ...view(row) })),
        ...left,
        caution: [...EFFECT_CAUTION],
      },
    };
  });

const view = ({ stays, pupils, ...figures }: EffectRow) => ({
  stays,
  pupils,
  ...(stays < LEAST_STAYS ? {} : { figures }),
});
