import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { categoryKey } from '#shared/domain/compare/group-values.ts';
import { lengthsBySchool } from '#shared/domain/compare/lengths-by-school.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { lengthCounts } from '../../storage/repositories/received-years.ts';
import type { Handler } from '../context.ts';
import { mayAsk } from './break-down.ts';
import { chosenYears } from './chosen-years.ts';
import { readCompared } from './read-compared.ts';
import { isWhole, placeKey, readGroups, type ReadGroups } from './read-groups.ts';

/**
 * Lengths by main reason over whole years. What the breakdown by reason hides in any of the years is hidden here too:
 * the number of exclusions of a school for a reason is one of its figures.
 */
export const compareLengths: Handler<'authority.compare-lengths'> = (context, asked) =>
  context.read(async (db) => {
    const { phase, suppressed } = asked;
    const allowed = mayAsk(context, { suppressed });
    if (!allowed.ok) return allowed;
    const chosen = await chosenYears(db, asked);
    if (!chosen.ok) return chosen;
    const { offered, years, range } = chosen.value;
    const { schools } = await readCompared(db, context, years);
    const known = new Map(schools.map((school) => [school.laEstab, school]));
    const read: ReadGroups[] = [];
    if (suppressed) for (const year of years) read.push(await readGroups(db, 'reason', year, schools));
    const isHidden = (place: string, code: string) =>
      read.some((one) => one.suppressed.isHidden('fixed-period', place, categoryKey('reason', code)));
    const counts = await lengthCounts(db, {
      first: schoolYearOf(range.from),
      last: schoolYearOf(range.to),
    });
    const own = counts.filter(({ laEstab, schoolYear }) => {
      const school = known.get(laEstab);
      return school?.phase === phase && isWhole(school, schoolYear);
    });
    const words = new Map(
      [...reasonsOn(range.from), ...reasonsOn(range.to)].map(({ code, description }) => [code, description]),
    );
    return {
      ok: true,
      value: {
        offered,
        years,
        suppressed,
        reasons: lengthsBySchool(own).map(({ reason: code, schools: theirs, ...lengths }) => {
          const shown = theirs.filter(({ laEstab }) => !isHidden(placeKey.school(laEstab), code));
          const hidden = isHidden(placeKey.phase(phase), code);
          return {
            code,
            reason: words.get(code) ?? code,
            ...(hidden ? {} : lengths),
            hidden,
            schools: shown.map((one) => ({ ...one, name: known.get(one.laEstab)?.name ?? one.laEstab })),
            hiddenSchools: theirs.length - shown.length,
          };
        }),
      },
    };
  });
