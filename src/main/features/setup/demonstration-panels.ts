import { inArray, lt } from 'drizzle-orm';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import type { Db } from '../../storage/store.ts';

const BY = 'Demonstration';
const INVITED = 'Deputy head, SEN co-ordinator, Mrs D. Farrow (BEST), education welfare officer';

/** What was decided of pupils at the panel that was held, and who sees to it. */
const DECISIONS = [
  ['A place at the homework club, and a talk with the parents', 'Mr P. Hall'],
  ['Referral to the counselling service', 'Ms J. Reed'],
  ['Timetable without the last lesson on Friday for four weeks', 'Mrs A. Stone'],
] as const;

/**
 * A panel held three weeks ago, one action of which is overdue, and one to come; sessions of a course that some pupils
 * began at a stay that is over.
 */
export async function addDemonstrationPanels(db: Db, schoolId: string, today: IsoDate): Promise<void> {
  const entries = await readRegister(db, schoolId, { state: 'open' });
  // Only pupils who were on the register then.
  const [held, next] = [onThursday(addDays(today, -21)), onThursday(addDays(today, 7))];
  const spokenOf = entries.filter(({ since }) => since <= held).slice(0, DECISIONS.length);
  const about = { schoolId, startsAt: '15:30', place: 'Library', invited: INVITED, version: 1 };
  await insertAll(db, db.tables.panels, [
    { ...about, id: 'demo-panel-1', onDate: held, present: INVITED, heldOn: held },
    { ...about, id: 'demo-panel-2', onDate: next },
  ]);
  const items = spokenOf.map(({ pupilId }, at) => {
    const [decision, owner] = DECISIONS[at] ?? ['', BY];
    const dueOn = addDays(held, 7 * 2 ** at);
    return {
      panelId: 'demo-panel-1',
      pupilId,
      position: at + 1,
      why: 'Asked for by the head of year',
      discussed:
        'Works well with one adult, not in large groups. The family was ill for weeks and is glad of help.',
      decision,
      owner,
      dueOn,
      ...(at === 0 ? { doneOn: dueOn } : {}),
    };
  });
  const [toCome] = entries.filter(({ since }) => since <= held).slice(DECISIONS.length);
  const agenda = toCome
    ? [
        {
          panelId: 'demo-panel-2',
          pupilId: toCome.pupilId,
          position: 1,
          why: 'Asked for by the head of year',
        },
      ]
    : [];
  await insertAll(db, db.tables.panelItems, items);
  await insertAll(db, db.tables.panelItems, agenda);
  await addCourses(
    db,
    entries.map(({ pupilId }) => pupilId),
    today,
  );
}

/** Sessions of a course at stays that are over, of pupils on the register; those of the unit itself are for the user. */
async function addCourses(db: Db, pupilIds: readonly string[], today: IsoDate): Promise<void> {
  const { placements, providers } = db.tables;
  const centres = new Set(
    (
      await db
        .select()
        .from(providers)
        .where(inArray(providers.kind, ['la-centre', 'internal-unit']))
    ).map(({ id }) => id),
  );
  const over = (await db.select().from(placements).where(lt(placements.expectedTo, today)))
    .filter(({ pupilId, providerId }) => pupilIds.includes(pupilId) && centres.has(providerId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await insertAll(
    db,
    db.tables.courseSessions,
    over.slice(0, 10).map(({ id, pupilId, expectedTo }, at) => ({
      id: `demo-course-${String(at + 1)}`,
      pupilId,
      placementId: id,
      course: 'Managing anger',
      total: 8,
      done: 1 + (at % 3),
      onDate: expectedTo,
      recordedBy: BY,
    })),
  );
}

const onThursday = (day: IsoDate): IsoDate => addDays(day, 4 - weekdayOf(day));
