import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { orderQueue } from '#shared/domain/placements/order-queue.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { readExclusionsToCover } from '../../storage/repositories/cover.ts';
import { readPlacedSessions } from '../../storage/repositories/places.ts';
import { readCalendar } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/**
 * Excluded pupils with sessions from today on that nobody has a place for, most urgent first. Sessions of past days
 * that went without a place are counted apart: they can no longer be covered, but they happened.
 */
export const readQueue: Handler<'places.queue'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const today = clock.today();
    const exclusions = await readExclusionsToCover(db, schoolId, today);
    const calendar = indexCalendar(await readCalendar(db, schoolId));
    const covered = await readPlacedSessions(
      db,
      clock.now(),
      exclusions.map(({ id }) => id),
    );
    const waiting = exclusions.flatMap((exclusion) => {
      const sessions = sessionsToCover(exclusion, calendar);
      const without = sessions.filter((session) => !covered.has(`${exclusion.id} ${sessionKey(session)}`));
      const coming = without.filter(({ date }) => date >= today);
      const [first] = coming;
      if (!first) return [];
      return [
        {
          exclusionId: exclusion.id,
          pupilId: exclusion.pupilId,
          name: exclusion.name,
          ...(exclusion.form === null ? {} : { form: exclusion.form }),
          kind: exclusion.kind,
          inCare: exclusion.inCare,
          sessions: sessions.length,
          uncovered: coming.length,
          missed: without.length - coming.length,
          firstUncovered: { date: first.date, slot: first.slot },
          title: exclusionTitle(exclusion),
        },
      ];
    });
    return { ok: true, value: { waiting: [...orderQueue(waiting)] } };
  });
