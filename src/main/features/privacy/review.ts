import type { OperationOutput } from '#shared/contract/contract.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { dueKinds } from '#shared/domain/privacy/due-kinds.ts';
import { mayBeDue } from '#shared/domain/privacy/may-be-due.ts';
import { COMMON_KINDS, type RetentionRule } from '#shared/domain/privacy/types.ts';
import { addMonths, type IsoDate } from '#shared/kernel/plain-date.ts';
import { cohortOf } from '../../storage/personal/treatments.ts';
import { countCommon } from '../../storage/repositories/common-records.ts';
import { readErasures, readHolds, readRetained } from '../../storage/repositories/retention.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { eraseBlockers } from '../erase-blockers.ts';
import { rulesInForce } from './rules.ts';

type Review = OperationOutput<'privacy.review'>;

/** More at once nobody reviews; the next ones come up as these are done. */
const MOST = 300;

/** Lists the records whose time is over, oldest first, and those that somebody keeps longer. Erases nothing. */
export const reviewRecords: Handler<'privacy.review'> = ({ read, clock }) =>
  read(async (db) => {
    const today = clock.today();
    const rules = await rulesInForce(db);
    const all = await dueEntries(db, rules, today);
    const holds = new Map(
      (await readHolds(db)).filter(({ until }) => until >= today).map((hold) => [hold.pupilId, hold]),
    );
    const due = all.filter(({ pupilId }) => !holds.has(pupilId));
    const listed = due.slice(0, MOST);
    const kept = all.filter(({ pupilId }) => holds.has(pupilId)).slice(0, MOST);
    const blockers = await eraseBlockers(
      db,
      [...listed, ...kept].map(({ pupilId }) => pupilId),
      today,
    );
    const view = (entry: (typeof all)[number]): Review['pupils'][number] => {
      const hold = holds.get(entry.pupilId);
      return {
        ...entry,
        blocked: [...(blockers.get(entry.pupilId) ?? [])],
        ...(hold === undefined
          ? {}
          : { hold: { until: hold.until, reason: hold.reason, setBy: hold.setBy } }),
      };
    };
    return {
      ok: true,
      value: {
        pupils: listed.map(view),
        more: due.length - listed.length,
        held: kept.map(view),
        common: await commonDue(db, rules, today),
      },
    };
  });

async function dueEntries(db: Db, rules: readonly RetentionRule[], today: IsoDate) {
  const erasedOn = new Map(
    (await readErasures(db)).map(({ pupilId, kind, at }) => [`${pupilId} ${kind}`, at.slice(0, 10)]),
  );
  const entries = (await readRetained(db, mayBeDue(rules, today))).flatMap((pupil) => {
    const facts = { dob: pupil.dob, leavingDate: pupil.leavingDate ?? undefined, newest: pupil.newest };
    return dueKinds(facts, rules, today)
      .filter(({ kind }) => (erasedOn.get(`${pupil.id} ${kind}`) ?? '') < (pupil.newest[kind] ?? ''))
      .map(({ kind, since }) => ({
        pupilId: pupil.id,
        name: `${pupil.surname}, ${pupil.forename}`,
        ...(pupil.form === null ? {} : { form: pupil.form }),
        bornFrom: cohortOf(pupil.dob),
        kind,
        since,
      }));
  });
  const order = ({ since, name, pupilId }: (typeof entries)[number]) => `${since} ${name} ${pupilId}`;
  return entries.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Rows of what is nobody's alone; of whole school years where a time is counted from their end. */
async function commonDue(db: Db, rules: readonly RetentionRule[], today: IsoDate): Promise<Review['common']> {
  const due: Review['common'] = [];
  for (const kind of COMMON_KINDS) {
    const rule = rules.find((one) => one.kind === kind);
    if (rule === undefined) continue;
    const before = cutOff(rule, today);
    const { rows, oldest } = await countCommon(db, kind, before);
    if (rows > 0) due.push({ kind, rows, before, oldest: oldest ?? before });
  }
  return due;
}

/** The first day that is not due yet. */
export function cutOff({ months, from }: RetentionRule, today: IsoDate): IsoDate {
  const day = addMonths(today, -months);
  return from === 'school-year' ? `${String(schoolYearOf(day))}-08-01` : day;
}
