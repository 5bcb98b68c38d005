import type { Session } from '#shared/domain/calendar/types.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { holdUntil } from '#shared/domain/placements/hold-until.ts';
import type { RefusalType } from '#shared/domain/placements/types.ts';
import type { Result } from '#shared/kernel/result.ts';
import { writeEscorts } from '../storage/repositories/escorts.ts';
import {
  insertPlacement,
  insertPlaces,
  lapseHolds,
  noteOverride,
  type NewPlace,
} from '../storage/repositories/place-writes.ts';
import type { StoredProvider } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';
import type { AuditNote, Context } from './context.ts';
import { syncPlaced } from './at-risk-placed.ts';
import { checkRunRules, type RunAsked } from './check-run-rules.ts';
import { noteBookedEducation } from './education-booked.ts';
import { endWait } from './end-wait.ts';
import { lapseNotes } from './lapse-notes.ts';
import { readBooker, type Booker, type ForWhom } from './read-booker.ts';
import { makeStayTasks } from './stay-tasks.ts';

/** One run of places: a pupil at a provider in some sessions. */
export interface RunWanted extends RunAsked {
  readonly for: ForWhom;
  /** The stay that the new one takes over from. */
  readonly movedFromId?: string;
  /** What was not done, for the refusal: "Nothing was booked". */
  readonly notDone?: string;
}

/** A run against which nothing stands, or nothing that was not waived. */
export interface CheckedRun {
  readonly booker: Booker;
  readonly provider: StoredProvider;
  /** Each session once. */
  readonly sessions: readonly Session[];
  readonly waived: readonly RefusalType[];
}

export interface BookedRun {
  readonly placementId: string;
  readonly placeIds: readonly string[];
  readonly heldUntil?: string;
  readonly provider: StoredProvider;
  /** For the audit rows of the command, holds that lapsed among them. */
  readonly audit: readonly AuditNote[];
}

type Needs = Pick<Context, 'clock' | 'newId' | 'session'>;

/**
 * Checks a run against every rule and says every reason at once, with who is in the way: `place-full` where there is no
 * room, else `conflict`; `not-permitted` for an override by a role that may not. Its fields are `sessions.N`.
 */
export async function checkRun(
  db: Db,
  context: Pick<Needs, 'clock' | 'session'>,
  run: RunWanted,
): Promise<Result<CheckedRun>> {
  const notDone = run.notDone ?? (run.hold ? 'Nothing was held' : 'Nothing was booked');
  const sessions = [...new Map(run.sessions.map((wanted) => [sessionKey(wanted), wanted])).values()];
  const found = await readBooker(db, run.for, sessions, notDone);
  if (!found.ok) return found;
  const booker = found.value;
  const ruled = await checkRunRules(db, context, booker, { ...run, sessions, notDone });
  if (!ruled.ok) return ruled;
  return { ok: true, value: { booker, sessions, ...ruled.value } };
}

/**
 * Checks and books one run, with all that goes with it: the stay, its places, who goes with the pupil, what it owes and
 * the duty to provide education. Call it inside one `change` of the book; the database's guards have the last word
 * (`inRace`).
 */
export async function bookRun(db: Db, context: Needs, run: RunWanted): Promise<Result<BookedRun>> {
  const { clock, newId, session } = context;
  const now = clock.now();
  const lapsed = await lapseHolds(db, now);
  const checked = await checkRun(db, context, run);
  if (!checked.ok) return checked;
  const { booker, provider, sessions, waived } = checked.value;
  const { asking } = booker;
  const override =
    run.override !== undefined && waived.length > 0
      ? { overrideReason: run.override.reason, overrideBy: session.userName }
      : undefined;
  const placement = {
    id: run.into ?? newId(),
    exclusionId: asking.exclusionId,
    pupilId: asking.pupilId,
    providerId: provider.id,
    schoolId: asking.schoolId,
  };
  if (run.into === undefined) {
    const days = sessions.map(({ date }) => date).toSorted();
    await insertPlacement(db, {
      ...placement,
      purpose: asking.purpose,
      pupilGroup: asking.group,
      expectedFrom: days[0] ?? '',
      expectedTo: days.at(-1) ?? '',
      ...(run.movedFromId === undefined ? {} : { movedFromId: run.movedFromId }),
      ...override,
      madeBy: session.userName,
      madeAt: now,
    });
  } else if (override !== undefined) {
    await noteOverride(db, placement.id, override);
  }
  const heldUntil = run.hold ? holdUntil(now) : undefined;
  const places = sessions.map(({ date, slot }): NewPlace => ({ id: newId(), date, slot }));
  await insertPlaces(db, placement, places, heldUntil);
  const dates = new Set(sessions.map(({ date }) => date));
  const escorts = run.escorts.filter(({ date }) => dates.has(date));
  await writeEscorts(db, placement.id, escorts);
  await makeStayTasks(db, context, placement.id);
  if (!run.hold && asking.exclusionId !== null) await noteBookedEducation(db, context, [asking.exclusionId]);
  const atRisk = run.hold ? [] : await syncPlaced(db, context, asking);
  const waits = run.hold ? [] : await endWait(db, context, placement);
  const until = heldUntil === undefined ? {} : { heldUntil };
  const note: AuditNote = {
    subjectType: 'placement',
    subjectId: placement.id,
    detail: {
      state: run.hold ? 'held' : 'booked',
      ...until,
      purpose: asking.purpose,
      ...(asking.exclusionId === null ? {} : { exclusionId: asking.exclusionId }),
      pupilId: asking.pupilId,
      providerId: provider.id,
      providerName: provider.name,
      schoolId: asking.schoolId,
      ...(run.into === undefined ? { pupilGroup: asking.group, madeAt: now } : { added: true }),
      ...(run.movedFromId === undefined ? {} : { movedFromId: run.movedFromId }),
      places,
      ...(escorts.length === 0 ? {} : { escorts }),
      ...(override === undefined ? {} : { override: { reason: override.overrideReason, rules: waived } }),
    },
  };
  return {
    ok: true,
    value: {
      placementId: placement.id,
      placeIds: places.map(({ id }) => id),
      ...until,
      provider,
      audit: [...lapseNotes(lapsed), note, ...waits, ...atRisk],
    },
  };
}
