import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { sayRefusal } from '#shared/text/provider-words.ts';
import { writeEscorts } from '../../storage/repositories/escorts.ts';
import { cancelPlaces, lapseHolds, raiseVersion } from '../../storage/repositories/place-writes.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProvider } from '../../storage/repositories/providers.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { inRace } from '../in-race.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { bookRun } from '../place-run.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { openComing, saySessionsOf, type ComingStay } from './open-coming.ts';

const NOT_DONE = 'Nothing was changed';

/**
 * Makes the coming sessions of a stay these: what is missing from the list is cancelled, what is new is booked (or
 * held, while all of the stay is) under all rules, with the stay as long as it will be. Past and marked sessions, the
 * days first expected and the exclusion itself stay as they are. All or nothing.
 */
export const changeStay: Handler<'places.change-stay'> = (context, input) => {
  const attempt = () =>
    context.change<OperationOutput<'places.change-stay'>>(async (db) => {
      const { clock, session } = context;
      const now = clock.now();
      const lapsed = await lapseHolds(db, now);
      const opened = await openComing(db, context, input, NOT_DONE);
      if (!opened.ok) return opened;
      const { stay, whom, coming, active, held } = opened.value;
      const wanted = new Map(input.sessions.map((one) => [sessionKey(one), one]));
      const there = new Set(active.map(sessionKey));
      const added = [...wanted.values()].filter((one) => !there.has(sessionKey(one)));
      const past = added.filter(({ date }) => date < clock.today());
      if (past.length > 0) {
        return refuse(
          'conflict',
          `${NOT_DONE}: ${saySessionsOf(past)} ${past.length === 1 ? 'is' : 'are'} past, and what is past stays as it was.`,
        );
      }
      const removed = coming.filter((place) => !wanted.has(sessionKey(place)));
      const cancelled = removed.map(({ id }) => id);
      if (removed.length > 0) {
        const ended = { code: 'shortened', reason: input.reason, by: session.userName, at: now } as const;
        await cancelPlaces(db, cancelled, ended);
        const short = await tooShort(db, context, opened.value, input, added);
        if (short !== undefined) return short;
      }
      const audit: AuditNote[] = [...lapseNotes(lapsed)];
      const booked: string[] = [];
      if (added.length > 0) {
        const run = { for: whom, providerId: stay.providerId, sessions: added, hold: held, into: stay.id };
        const { escorts, override } = input;
        const done = await bookRun(db, context, { ...run, escorts, override, notDone: NOT_DONE });
        if (!done.ok) return done;
        audit.push(...done.value.audit);
        booked.push(...done.value.placeIds);
      }
      const days = new Set(input.sessions.map(({ date }) => date));
      await writeEscorts(
        db,
        stay.id,
        input.escorts.filter(({ date }) => days.has(date)),
      );
      const version = await raiseVersion(db, stay.id);
      await makeStayTasks(db, context, stay.id);
      if (stay.exclusionId !== null) await noteBookedEducation(db, context, [stay.exclusionId]);
      audit.push({
        subjectType: 'placement',
        subjectId: stay.id,
        detail: {
          changed: {
            before: coming.map(({ date, slot }) => ({ date, slot })),
            after: input.sessions,
            reason: input.reason,
          },
          ...(input.escorts.length === 0 ? {} : { escorts: input.escorts }),
        },
      });
      return { ok: true, value: { value: { added: booked, cancelled, version }, audit } };
    });

  return inRace(context, attempt, () => Promise.resolve({ ok: true, value: undefined }));
};

/** A stay that would be shorter than its provider asks for, where nothing is added that the rules are asked about. */
async function tooShort(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  { stay }: ComingStay,
  { override }: Pick<ParsedInput<'places.change-stay'>, 'override'>,
  added: readonly Session[],
): Promise<Result<never> | undefined> {
  if (added.length > 0) return undefined;
  const provider = await readProvider(db, stay.schoolId, stay.providerId);
  const minDays = provider?.rules.minDays;
  if (minDays === undefined || stay.exclusionId === null) return undefined;
  const left = await readActivePlaces(db, clock.now(), {
    exclusionIds: [stay.exclusionId],
    providerId: stay.providerId,
  });
  const days = new Set(left.map(({ date }) => date)).size;
  const may = mayDo(session.role, 'places.override');
  if (days >= minDays || (override !== undefined && may)) return undefined;
  const remedy = may
    ? 'Keep more days, cancel the stay, or give a reason why the rule is waived.'
    : 'Keep more days, cancel the stay, or ask somebody who decides exclusions or administers First Day to waive the rule.';
  return refuse(
    override === undefined ? 'conflict' : 'not-permitted',
    `${NOT_DONE} at ${stay.providerName} for ${stay.name}: ${sayRefusal({ type: 'stay-short', minDays, days })}. ${remedy}`,
  );
}
