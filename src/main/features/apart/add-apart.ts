import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayPlaces } from '#shared/text/provider-words.ts';
import { insertApartPair, readApartPairs } from '../../storage/repositories/keep-apart.ts';
import { cancelPlaces, lapseHolds } from '../../storage/repositories/place-writes.ts';
import type { ActivePlace } from '../../storage/repositories/places.ts';
import { readNamesOfAnySchool } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { readSharedSessions, type SharedSession } from './shared-places.ts';

/**
 * Keeps two pupils apart. Refused while they share a coming session, unless in each of these one of them gives up the
 * place with it; nothing else can be given up here.
 */
export const addApart: Handler<'apart.add'> = (context, input) =>
  context.change<{ readonly id: string }>(async (db) => {
    const { clock, newId, session } = context;
    const { pupilIds, reason, to, giveUp } = input;
    const now = clock.now();
    const today = clock.today();
    const from = input.from ?? today;
    const lapsed = await lapseHolds(db, now);
    const sound = await check(db, { ...input, from });
    if (!sound.ok) return sound;
    const shared = await readSharedSessions(db, now, pupilIds, { from: from < today ? today : from, to });
    const given = new Set(giveUp);
    const left = shared.filter((there) => !there.some(({ id }) => given.has(id)));
    if (left.length > 0) {
      return refuse(
        'conflict',
        `${sound.value} share sessions: ${sayPlaces(left.flat())}. They were not kept apart. Choose whose place is given up in each, or move one of them first.`,
        { fields: [{ path: 'giveUp', message: 'Choose whose place is given up.' }] },
      );
    }
    const ending = shared.flat().filter(({ id }) => given.has(id));
    if (ending.length < given.size) {
      return refuse(
        'conflict',
        'The places changed while you were choosing. Nothing was saved; look at the shared sessions again.',
        { fields: [{ path: 'giveUp', message: 'Choose again.' }] },
      );
    }
    await endPlaces(db, context, ending, `Kept apart: ${reason}`);
    const id = newId();
    const dates = { fromDate: from, toDate: to ?? null };
    await insertApartPair(db, { id, pupilIds, reason, ...dates, madeBy: session.userName, madeAt: now });
    return {
      ok: true,
      value: { value: { id }, audit: [...lapseNotes(lapsed), ...notes(input, shared, ending)] },
    };
  });

/** The two pupils by name, or what is wrong with the pair. */
async function check(
  db: Db,
  {
    pupilIds,
    from,
    to,
  }: {
    readonly pupilIds: readonly [string, string];
    readonly from: string;
    readonly to?: string | undefined;
  },
): Promise<Result<string>> {
  const [one, other] = pupilIds;
  if (one === other) {
    return refuse('invalid-input', 'Choose two different pupils.', {
      fields: [{ path: 'pupilIds', message: 'Choose two different pupils.' }],
    });
  }
  if (to !== undefined && to < from) {
    return refuse('invalid-input', 'Nothing was saved: the last day is before the first.', {
      fields: [{ path: 'to', message: 'The last day must not be before the first.' }],
    });
  }
  const names = await readNamesOfAnySchool(db, pupilIds);
  const [first, second] = [names.get(one), names.get(other)];
  if (first === undefined || second === undefined) {
    return refuse('not-found', 'Nothing was saved: one of these pupils is not on any list. Choose again.');
  }
  const known = (await readApartPairs(db, { pupilId: one, endsFrom: from })).some(
    ({ pupilA, pupilB, fromDate }) =>
      (pupilA === other || pupilB === other) && (to === undefined || fromDate <= to),
  );
  if (known) return refuse('conflict', `${first} and ${second} are kept apart already.`);
  return { ok: true, value: `${first} and ${second}` };
}

/** Gives places up, with all that follows from it. */
async function endPlaces(
  db: Db,
  context: Pick<Context, 'clock' | 'newId' | 'session'>,
  ending: readonly ActivePlace[],
  reason: string,
): Promise<void> {
  if (ending.length === 0) return;
  await cancelPlaces(
    db,
    ending.map(({ id }) => id),
    { code: 'other', reason, by: context.session.userName, at: context.clock.now() },
  );
  for (const placementId of new Set(ending.map((place) => place.placementId))) {
    await makeStayTasks(db, context, placementId);
  }
  await noteBookedEducation(
    db,
    context,
    ending.flatMap(({ exclusionId }) => exclusionId ?? []),
  );
}

/** One row for each pupil, so that both histories have it, and one for each place that was given up. */
function notes(
  { pupilIds, reason, from, to }: Parameters<typeof addApart>[1],
  shared: readonly SharedSession[],
  ending: readonly ActivePlace[],
): readonly AuditNote[] {
  const pair = { keptApart: { pupilIds, reason, from, to }, shared: shared.length };
  return [
    ...pupilIds.map((subjectId) => ({ subjectType: 'pupil', subjectId, detail: pair })),
    ...ending.map(({ id, date, slot, providerId, pupilId }) => ({
      subjectType: 'place',
      subjectId: id,
      detail: { state: 'cancelled', code: 'other', reason, before: { date, slot, providerId, pupilId } },
    })),
  ];
}
