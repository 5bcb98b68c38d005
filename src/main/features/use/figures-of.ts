import type { OperationOutput } from '#shared/contract/contract.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { lengthsByReason, yearlyFigures } from '#shared/domain/use/exclusion-figures.ts';
import { totalUse } from '#shared/domain/use/place-use.ts';
import type { UsedPlace } from '#shared/domain/use/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readBegunExclusions, readSchoolNames } from '../../storage/repositories/place-use.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readProviderUse } from '../provider-use.ts';
import { readNeed } from '../read-need.ts';

type Figures = OperationOutput<'use.figures'>;

/**
 * Everything the page of use shows of a period, up to today: what is to come has not been used yet. Offered are the
 * providers' places in the sessions on which our school meets, less closures.
 */
export async function figuresOf(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  period: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<Result<Figures>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  if (period.to < period.from) {
    return refuse('invalid-input', 'The last day is before the first day.', {
      fields: [{ path: 'to', message: 'Enter a day that is not before the first day.' }],
    });
  }
  const schoolId = home.value.school.id;
  const { from } = period;
  const to = period.to < clock.today() ? period.to : clock.today();
  const index = await readCalendarIndex(db, schoolId);
  const sessions = index.sessionsBetween({ date: from, slot: 'am' }, { date: to, slot: 'pm' });
  const { providers, places } = await readProviderUse(db, { schoolId, sessions, from, to });
  const rates = providers
    .map(({ provider: { id, name, kind }, use }) => ({
      providerId: id,
      providerName: name,
      providerKind: kind,
      ...use,
    }))
    .filter((rate) => rate.offered > 0 || rate.booked > 0);
  const begun = await readBegunExclusions(db, schoolId);
  const inPeriod = begun.filter(({ startDate }) => from <= startDate && startDate <= to);
  const reasons = new Map([...reasonsOn(from), ...reasonsOn(to)].map((one) => [one.code, one.description]));
  return {
    ok: true,
    value: {
      providers: rates,
      total: totalUse(rates, places),
      schools: bySchool(places, await readSchoolNames(db)),
      need: await readNeed(db, clock, { schoolId, index, from, to }),
      lengths: lengthsByReason(inPeriod).map((one) => ({
        ...one,
        reason: reasons.get(one.reason) ?? one.reason,
      })),
      years: [...yearlyFigures(begun, clock.today())],
      trend: monthsBetween(from, to).map((month) => ({
        month,
        exclusions: inPeriod.filter(({ startDate }) => startDate.startsWith(month)).length,
        offered: sum(providers.map(({ months }) => months.get(month) ?? 0)),
        used: places.filter(({ date, outcome }) => date.startsWith(month) && isUsed(outcome)).length,
      })),
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const isUsed = (outcome: UsedPlace['outcome']): boolean => outcome === null || outcome === 'attended';

function bySchool(places: readonly UsedPlace[], names: ReadonlyMap<string, string>): Figures['schools'] {
  return [...groupRows(places, ({ schoolId }) => schoolId)]
    .map(([schoolId, theirs]) => ({
      schoolName: names.get(schoolId) ?? 'Another school',
      booked: theirs.length,
      attended: theirs.filter(({ outcome }) => outcome === 'attended').length,
      pupils: new Set(theirs.map(({ pupilId }) => pupilId)).size,
    }))
    .toSorted((a, b) => b.booked - a.booked || a.schoolName.localeCompare(b.schoolName, 'en-GB'));
}

/** Months (`YYYY-MM`) from one day to another. */
function monthsBetween(from: IsoDate, to: IsoDate): readonly string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let text = from.slice(0, 7); text <= to.slice(0, 7);) {
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    text = `${String(year)}-${String(month).padStart(2, '0')}`;
  }
  return months;
}
