import { worthATalk } from '#shared/domain/patterns/worth-a-talk.ts';
import { sayTalkSign } from '#shared/text/talk-words.ts';
import { readIncidents } from '../../storage/repositories/incidents.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Pupils worth a talk before it comes to more, with the entry of the at-risk register where there is one. */
export const listEarly: Handler<'patterns.early'> = ({ read, clock }, period) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const today = clock.today();
    // Nobody can talk any more with who has left.
    const incidents = (await readIncidents(db, home.value.school.id, period)).filter(
      ({ leavingDate }) => leavingDate === null || leavingDate > today,
    );
    const known = new Map(incidents.map((one) => [one.pupilId, one]));
    return {
      ok: true,
      value: {
        pupils: worthATalk(incidents).map(({ pupilId, times, lastOn, signs }) => {
          const { name = '', form = null, entryId = null } = known.get(pupilId) ?? {};
          return {
            pupilId,
            name,
            ...(form === null ? {} : { form }),
            times,
            lastOn,
            signs: signs.map((sign) => sayTalkSign(sign, lastOn)),
            ...(entryId === null ? {} : { entryId }),
          };
        }),
      },
    };
  });
