import type { OperationOutput } from '#shared/contract/contract.ts';
import { markProblem } from '#shared/domain/placements/attendance.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { sayMarkProblem } from '#shared/text/mark-words.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { sayCannotStart } from '#shared/text/stay-words.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { lapseHolds } from '../../storage/repositories/place-writes.ts';
import { readStayTasks, updateStayTask } from '../../storage/repositories/stay-tasks.ts';
import { writePlaceMark, type StayPlace } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { findMarked, type MarkAsked } from './find-marked.ts';
import { correctGivenUp, giveUpRest } from './excluded-from-centre.ts';

const NOT_DONE = 'Nothing was marked';

/**
 * Marks what came of booked places, all or none. Attending asks for the papers and signatures that the provider wants
 * first; being excluded from the centre gives up what is left of the stay, so that the pupil comes back to the queue.
 */
export const markPlaces: Handler<'stays.mark'> = (context, { marks, override }) =>
  context.change<OperationOutput<'stays.mark'>>(async (db) => {
    const { clock, session } = context;
    const now = clock.now();
    const lapsed = await lapseHolds(db, now);
    const found = await findMarked(db, session, marks, NOT_DONE);
    if (!found.ok) return found;
    const asked = found.value;
    const wrong = problemsOf(asked, clock.today());
    if (wrong !== undefined) return wrong;
    const started = await start(db, context, asked, override?.reason);
    if (!started.ok) return started;

    for (const { place, mark } of asked) {
      const { outcome } = mark;
      await writePlaceMark(db, place.id, {
        outcome,
        // A mark that is taken back leaves nothing behind.
        ...(outcome === null ? NOTHING_CAME : saidOf(mark)),
        markedBy: outcome === null ? null : session.userName,
        markedAt: outcome === null ? null : now,
      });
    }
    const corrected = await correctGivenUp(db, asked);
    const givenUp = await giveUpRest(db, context, asked);
    const tasks: string[] = [];
    const changed = [...asked, ...givenUp].map(({ place }) => place.placementId);
    for (const placementId of new Set(changed)) {
      tasks.push(...(await makeStayTasks(db, context, placementId)));
    }
    await noteBookedEducation(
      db,
      context,
      asked.flatMap(({ place }) => place.exclusionId ?? []),
    );
    return {
      ok: true,
      value: {
        value: { tasks, givenUp: givenUp.length },
        audit: [
          ...lapseNotes(lapsed),
          ...asked.map(({ place, mark }): AuditNote => ({
            subjectType: 'place',
            subjectId: place.id,
            detail: {
              pupilId: place.pupilId,
              placementId: place.placementId,
              date: place.date,
              slot: place.slot,
              before: markOf(place),
              after: mark,
              ...(started.value.has(place.placementId) ? { override: override?.reason } : {}),
            },
          })),
          ...corrected.map(({ place, reason }): AuditNote => ({
            subjectType: 'place',
            subjectId: place.id,
            detail: { before: place, state: 'cancelled', code: 'other', reason },
          })),
          ...givenUp.map(({ place, reason }): AuditNote => ({
            subjectType: 'place',
            subjectId: place.id,
            detail: { before: place, state: 'cancelled', code: 'excluded-from-centre', reason },
          })),
        ],
      },
    };
  });

const NOTHING_CAME = { outcomeReason: null, outcomeNote: null, arrivedAt: null, leftAt: null };

const saidOf = ({ reason, note, arrivedAt, leftAt }: MarkAsked['mark']) => ({
  outcomeReason: reason ?? null,
  outcomeNote: note === undefined || note === '' ? null : note,
  arrivedAt: arrivedAt ?? null,
  leftAt: leftAt ?? null,
});

const markOf = ({ outcome, outcomeReason, outcomeNote, arrivedAt, leftAt, markedBy, markedAt }: StayPlace) =>
  outcome === null
    ? null
    : { outcome, reason: outcomeReason, note: outcomeNote, arrivedAt, leftAt, markedBy, markedAt };

function problemsOf(asked: readonly MarkAsked[], today: string): Result<never> | undefined {
  const problems = asked.flatMap(({ at, name, place, provider, mark }) => {
    const { outcome, ...rest } = mark;
    const run = providerSessionOn(provider, place);
    const times = run === undefined ? {} : { starts: run.starts, ends: run.ends };
    const problem =
      outcome === null
        ? undefined
        : markProblem({ date: place.date, slot: place.slot, ...times }, { outcome, ...rest }, today);
    return problem === undefined
      ? []
      : [
          {
            path: `marks.${String(at)}`,
            message: `${name}, ${sayShortSession(place)}: ${sayMarkProblem(problem)}`,
          },
        ];
  });
  if (problems.length === 0) return undefined;
  return refuse('refused', `${NOT_DONE}. ${problems.map(({ message }) => message).join(' ')}`, {
    fields: problems,
  });
}

/**
 * Refuses to let a pupil start while papers or signatures are missing. With an override by a role that may, they are
 * still owed but no longer stand in the way; gives the stays let in so.
 */
async function start(
  db: Db,
  { session }: Context,
  asked: readonly MarkAsked[],
  reason: string | undefined,
): Promise<Result<ReadonlySet<string>>> {
  const starting = asked.filter(
    ({ mark, place }) => mark.outcome === 'attended' && place.outcome !== 'attended',
  );
  const stays = groupRows(starting, ({ place }) => place.placementId);
  const letIn = new Set<string>();
  for (const [placementId, [first]] of stays) {
    const open = (await readStayTasks(db, [placementId])).filter(
      (task) => task.beforeArrival && task.doneOn === null && !task.dropped,
    );
    if (open.length === 0) continue;
    const cannot = `${first?.name ?? 'The pupil'}: ${sayCannotStart(open)}`;
    if (reason === undefined) return refuse('refused', `${NOT_DONE}. ${cannot}`);
    if (!mayDo(session.role, 'places.override')) {
      return refuse('not-permitted', `${NOT_DONE}. ${cannot} Your role may not let the pupil in without it.`);
    }
    for (const task of open) {
      await updateStayTask(db, task.id, {
        beforeArrival: false,
        note: task.note ?? `Let in without it by ${session.userName}: ${reason}`,
      });
    }
    letIn.add(placementId);
  }
  return { ok: true, value: letIn };
}
