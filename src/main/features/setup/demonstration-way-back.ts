import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { lookDay } from '#shared/domain/reintegration/look-day.ts';
import { LOOK_WEEKS } from '#shared/domain/reintegration/types.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { DutyRecord } from '../../storage/repositories/duties.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import type { Reintegration, ReintegrationStep } from '../../storage/repositories/reintegrations.ts';
import type { Db } from '../../storage/store.ts';

interface Cases {
  readonly exclusions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
  }[];
  readonly duties: readonly Pick<DutyRecord, 'exclusionId' | 'key' | 'owed' | 'dueBy' | 'fulfilledOn'>[];
}

const BY = 'Demonstration';
const WHO = ['Ms J. Reed', 'Mr P. Hall', 'Mrs A. Stone'];
const WORKED = [
  'A quiet start: the first quarter of an hour with the mentor before lessons.',
  'Short tasks and a seat near the door. Praise in writing went home on Fridays.',
  'A card to leave the room for five minutes; it was used less each week.',
  'The pupil and the other one met with the mentor and have left each other alone since.',
];
const AGREED = [
  'A report card for two weeks, signed each evening at home. The pupil said sorry in a letter.',
  'The head of year meets the pupil at the gate on Mondays. A new seat in science.',
  'The parents ring before half past eight when the morning has begun badly.',
];

/** So many meetings are set for the day on which a pupil comes back. */
const SET = 3;

/** Of so many looks that are due one is left for the user to take. */
const LEFT_ONE_IN = 8;

/**
 * The way back in the demonstration: a meeting where the duty about it is done, what worked after some, a few invitations
 * to meetings to come, looks with most of the past ones taken, and two part-time returns, of which one is to be reviewed today.
 */
export async function addDemonstrationWayBack(
  db: Db,
  { exclusions, duties }: Cases,
  index: CalendarIndex,
  today: IsoDate,
): Promise<void> {
  const dutiesOf = (key: string) =>
    new Map(duties.flatMap((duty) => (duty.key === key && duty.owed ? [[duty.exclusionId, duty]] : [])));
  const [meetings, returns] = [dutiesOf('reintegration-meeting'), dutiesOf('return-to-school')];
  const notes: Reintegration[] = [];
  const steps: ReintegrationStep[] = [];
  const step = (of: Omit<ReintegrationStep, 'id' | 'version'>) => {
    steps.push({ ...of, id: `demo-step-${String(steps.length + 1).padStart(4, '0')}`, version: 1 });
  };
  const held = exclusions.flatMap(({ id, kind, state }) => {
    const heldOn = meetings.get(id)?.fulfilledOn;
    const back = returns.get(id)?.dueBy;
    return kind === 'fixed-period' && state !== 'cancelled' && heldOn && back ? [{ id, heldOn, back }] : [];
  });
  for (const [at, { id, heldOn, back }] of held.entries()) {
    const who = WHO[at % WHO.length] ?? BY;
    notes.push({
      exclusionId: id,
      invitedOn: addDays(heldOn, weekdayOf(heldOn) === 1 ? -3 : -1),
      invitedHow: 'by letter',
      meetingOn: heldOn,
      meetingAt: '08:30',
      heldOn,
      present: `The pupil, a parent, ${who}`,
      agreed: AGREED[at % AGREED.length] ?? null,
      whatWorked: at % 3 === 0 ? (WORKED[(at / 3) % WORKED.length] ?? null) : null,
      recordedBy: BY,
      version: 1,
    });
    for (const kind of ['one-week', 'four-weeks'] as const) {
      const dueOn = lookDay(index, back, LOOK_WEEKS[kind]);
      if (dueOn === undefined) continue;
      const recent = dueOn >= addDays(today, -21);
      const taken = dueOn < today && !(recent && at % LEFT_ONE_IN === 0);
      step({
        exclusionId: id,
        kind,
        who,
        fromDate: null,
        dueOn,
        detail: null,
        doneOn: taken ? dueOn : null,
        outcome: taken ? (at % 5 === 0 ? 'Two lessons missed; spoken to at once.' : 'In all lessons.') : null,
      });
    }
  }
  const toCome = exclusions.flatMap(({ id, kind, state }) => {
    const duty = meetings.get(id);
    const back = returns.get(id)?.dueBy;
    const open = kind === 'fixed-period' && state !== 'cancelled' && duty && !duty.fulfilledOn;
    return open && back && back > today ? [{ id, back }] : [];
  });
  for (const { id, back } of toCome.slice(-SET)) {
    notes.push({
      exclusionId: id,
      invitedOn: today,
      invitedHow: 'by letter',
      meetingOn: back,
      meetingAt: '08:30',
      heldOn: null,
      present: null,
      agreed: null,
      whatWorked: null,
      recordedBy: BY,
      version: 1,
    });
  }
  const partTime = held
    .filter(({ back }) => back > addDays(today, -40) && back <= addDays(today, -7))
    .slice(-2);
  for (const [at, { id, back }] of partTime.entries()) {
    step({
      exclusionId: id,
      kind: 'part-time',
      who: WHO[at] ?? BY,
      fromDate: back,
      dueOn: at === 0 ? today : (index.schoolDayAfter(today, 5) ?? today),
      detail: 'Mornings, with lunch; the afternoons come back one by one.',
      doneOn: null,
      outcome: null,
    });
  }
  const [restorative] = partTime;
  if (restorative !== undefined) {
    step({
      exclusionId: restorative.id,
      kind: 'restorative',
      who: 'Ms J. Reed',
      fromDate: null,
      dueOn: index.schoolDayAfter(today, 1) ?? today,
      detail: 'With the other pupil and both form tutors.',
      doneOn: null,
      outcome: null,
    });
  }
  await insertAll(db, db.tables.reintegrations, notes);
  await insertAll(db, db.tables.reintegrationSteps, steps);
}
