import { censusDay } from '#shared/domain/returns/census-day.ts';
import { censusReturn } from '#shared/domain/returns/periods.ts';
import { CENSUS_TERMS, type ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn } from './build-return.ts';
import { shownVerdict } from './check-return.ts';
import { namedPeriod } from './return-period.ts';

/** One record as the check of its return sees it: the same rules, for its own page. */
export const checkOne: Handler<'returns.record'> = ({ read, clock }, { exclusionId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school, workspace } = home.value;
    const { exclusion } = (await readExclusion(db, school.id, exclusionId)) ?? {};
    if (!exclusion) return refuse('not-found', 'That exclusion is not here any more.');
    const on = exclusion.startDate ?? exclusion.incidentOn;
    const period = on === null ? undefined : firstCensusOf(on);
    if (period === undefined) return { ok: true, value: {} };
    const { verdicts } = await buildReturn(db, school, period, {
      lunchtimes: workspace.lunchtimesInReturn,
      today: clock.today(),
      pupilId: exclusion.pupilId,
    });
    const found = verdicts.find(({ source }) => source.exclusion.id === exclusionId);
    if (!found) return { ok: true, value: {} };
    return { ok: true, value: { found: { period: namedPeriod(period), ...shownVerdict(found) } } };
  });

/** The earliest census whose window holds a start date. */
function firstCensusOf(date: IsoDate): ReturnPeriod | undefined {
  const year = Number(date.slice(0, 4));
  return [year, year + 1, year + 2]
    .flatMap((of) =>
      CENSUS_TERMS.map((term) => ({ day: censusDay(term, of), period: censusReturn(term, of) })),
    )
    .filter(({ period }) => period.from <= date && date <= period.to)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]?.period;
}
