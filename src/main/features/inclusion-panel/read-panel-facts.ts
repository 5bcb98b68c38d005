import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { cameBack } from '#shared/domain/support/came-back.ts';
import { notMetTwice } from '#shared/domain/support/not-met-twice.ts';
import { EXCLUDED_OFTEN, type PanelFacts } from '#shared/domain/support/panel-proposals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { pupilsExcludedOften } from '../../storage/repositories/excluded-often.ts';
import { countedExclusions, readExclusionsOfPupils } from '../../storage/repositories/exclusion-history.ts';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import { readKeyWorkersNow } from '../../storage/repositories/key-workers.ts';
import { readPanelItems } from '../../storage/repositories/panels.ts';
import { readReferrals } from '../../storage/repositories/referrals.ts';
import { readPlans, readReviews, readTargets } from '../../storage/repositories/support-plans.ts';
import { whoLeft } from '../../storage/repositories/who-left.ts';
import type { Db } from '../../storage/store.ts';

type Fact<K extends keyof PanelFacts> = NonNullable<PanelFacts[K]>;

const PUPILS_AT_ONCE = 500;

/** What a panel would want to hear, of every pupil on the roll of whom there is something. */
export async function readPanelFacts(
  db: Db,
  schoolId: string,
  today: IsoDate,
): Promise<readonly PanelFacts[]> {
  const waiting = await withoutKeyWorker(db, schoolId);
  const notMet = await plansNotMet(db, schoolId);
  const excluded = await excludedOften(db, schoolId, today);
  const returned = new Map<string, Fact<'returned'>>();
  for (const { pupilId, agency, answeredOn, madeOn } of cameBack(await readReferrals(db, schoolId)))
    returned.set(pupilId, [...(returned.get(pupilId) ?? []), { agency, on: answeredOn ?? madeOn }]);
  const discussed = new Map<string, IsoDate>();
  for (const { pupilId, heldOn } of await readPanelItems(db, schoolId)) {
    const before = discussed.get(pupilId);
    if (heldOn !== null && (before === undefined || before < heldOn)) discussed.set(pupilId, heldOn);
  }
  const pupils = new Set([...waiting.keys(), ...notMet.keys(), ...excluded.keys(), ...returned.keys()]);
  const left = await whoLeft(db, [...pupils], today);
  const here = [...pupils].filter((pupilId) => !left.has(pupilId));
  return here.map((pupilId) => ({
    pupilId,
    withoutKeyWorkerSince: waiting.get(pupilId),
    returned: returned.get(pupilId) ?? [],
    notMet: notMet.get(pupilId),
    excludedOn: excluded.get(pupilId) ?? [],
    discussedOn: discussed.get(pupilId),
  }));
}

async function withoutKeyWorker(db: Db, schoolId: string): Promise<ReadonlyMap<string, IsoDate>> {
  const entries = await readRegister(db, schoolId, { state: 'open' });
  const workers = await readKeyWorkersNow(
    db,
    entries.map(({ id }) => id),
  );
  return new Map(entries.filter(({ id }) => !workers.has(id)).map(({ pupilId, since }) => [pupilId, since]));
}

async function plansNotMet(db: Db, schoolId: string): Promise<ReadonlyMap<string, Fact<'notMet'>>> {
  const plans = await readPlans(db, schoolId, { state: 'open' });
  const ids = plans.map(({ id }) => id);
  const [targets, reviews] = [await readTargets(db, ids), await readReviews(db, ids)];
  return new Map(
    plans.flatMap(({ id, pupilId }) => {
      const [own, seen] = [targets.get(id) ?? [], reviews.get(id) ?? []];
      const failing = notMetTwice(
        own,
        seen.map(({ onDate, outcome }) => ({ on: onDate, outcome })),
      );
      const on = seen[0]?.onDate;
      if (failing.length === 0 || on === undefined) return [];
      const words = own.filter((one) => failing.includes(one.id)).map(({ target }) => target);
      return [[pupilId, { targets: words, on }] as const];
    }),
  );
}

async function excludedOften(
  db: Db,
  schoolId: string,
  today: IsoDate,
): Promise<ReadonlyMap<string, readonly IsoDate[]>> {
  const year = schoolYearOf(today);
  const ids = await pupilsExcludedOften(db, schoolId, {
    from: `${String(year)}-08-01`,
    times: EXCLUDED_OFTEN,
  });
  const found = new Map<string, readonly IsoDate[]>();
  for (const some of inChunks(ids, PUPILS_AT_ONCE)) {
    for (const [pupilId, { issued }] of await readExclusionsOfPupils(db, some)) {
      const days = countedExclusions(issued).map(({ start }) => start.date);
      found.set(
        pupilId,
        days.filter((day) => schoolYearOf(day) >= year),
      );
    }
  }
  return found;
}
