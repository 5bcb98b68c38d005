import { orderQueue } from '#shared/domain/placements/order-queue.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { readExclusionsToCover } from '../../storage/repositories/cover.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readStandings } from '../standings.ts';

/**
 * Excluded pupils with sessions from today on that nobody provides for, most urgent first: those without a place, and
 * those with work at home and no visit. Sessions of past days that went without are counted apart: they can no longer
 * be covered, but they happened.
 */
export const readQueue: Handler<'places.queue'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const today = clock.today();
    const exclusions = await readExclusionsToCover(db, schoolId, today);
    const calendar = await readCalendarIndex(db, schoolId);
    const standings = await readStandings(
      db,
      clock,
      exclusions.map((exclusion) => ({
        exclusionId: exclusion.id,
        toCover: sessionsToCover(exclusion, calendar),
      })),
    );
    const waiting = exclusions.flatMap((exclusion) => {
      const sessions = standings.get(exclusion.id) ?? [];
      const without = sessions.filter(({ wantsPlace }) => wantsPlace);
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
