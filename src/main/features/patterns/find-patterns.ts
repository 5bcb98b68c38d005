import { countPattern } from '#shared/domain/patterns/count-pattern.ts';
import { timeBand } from '#shared/domain/patterns/time-band.ts';
import { weekdayOf } from '#shared/kernel/plain-date.ts';
import { TIME_BAND_WORDS, WEEKDAY_WORDS } from '#shared/text/pattern-words.ts';
import { reasonName } from '#shared/text/talk-words.ts';
import { readIncidents } from '../../storage/repositories/incidents.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Exclusions from which on what they have in common is more than chance is likely to make. */
const ENOUGH = 10;

/** What the exclusions of a period have in common; never anything of a member of staff. */
export const findPatterns: Handler<'patterns.find'> = ({ read }, period) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const incidents = await readIncidents(db, home.value.school.id, period);
    const times = new Map<string, number>();
    for (const { pupilId } of incidents) times.set(pupilId, (times.get(pupilId) ?? 0) + 1);
    const pattern = (textOf: Parameters<typeof countPattern>[1], order?: readonly string[]) => {
      const { rows, ...counts } = countPattern(incidents, textOf);
      const at = ({ label }: { readonly label: string }) => order?.indexOf(label) ?? 0;
      return { rows: rows.toSorted((a, b) => at(a) - at(b)), ...counts };
    };
    return {
      ok: true,
      value: {
        exclusions: incidents.length,
        pupils: times.size,
        repeat: [...times.values()].filter((count) => count > 1).length,
        enough: incidents.length >= ENOUGH,
        reason: pattern(({ reason, startDate }) => reason && reasonName(reason, startDate)),
        lesson: pattern(({ lesson }) => lesson),
        place: pattern(({ place }) => place),
        weekday: pattern(({ on }) => WEEKDAY_WORDS[weekdayOf(on) - 1] ?? null, WEEKDAY_WORDS),
        time: pattern(({ at }) => {
          const band = at === null ? undefined : timeBand(at);
          return band === undefined ? null : TIME_BAND_WORDS[band];
        }, Object.values(TIME_BAND_WORDS)),
      },
    };
  });
