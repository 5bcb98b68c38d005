import { lengthsBySchool } from '#shared/domain/compare/lengths-by-school.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { lengthCounts, receivedWindows } from '../../storage/repositories/received-years.ts';
import type { Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';

/** Lengths by main reason; what was returned counts here also of a year that is not whole: it is no total. */
export const compareLengths: Handler<'authority.compare-lengths'> = (context, { phase, ...asked }) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, asked);
    if (!chosen.ok) return chosen;
    const { offered, years, range } = chosen.value;
    const expected = await expectedSchools(db, context.nationalSchools);
    const returned = new Map((await receivedWindows(db, range)).map(({ laEstab, name }) => [laEstab, name]));
    const schools = new Map(
      [...returned].map(([laEstab, name]) => [laEstab, schoolFrom(expected, laEstab, name)]),
    );
    const counts = await lengthCounts(db, range);
    const words = new Map(
      [...reasonsOn(range.from), ...reasonsOn(range.to)].map(({ code, description }) => [code, description]),
    );
    const own = counts.filter(({ laEstab }) => schools.get(laEstab)?.phase === phase);
    return {
      ok: true,
      value: {
        offered,
        years,
        reasons: lengthsBySchool(own).map(({ reason: code, schools: theirs, ...lengths }) => ({
          code,
          reason: words.get(code) ?? code,
          ...lengths,
          schools: theirs.map((one) => ({ ...one, name: schools.get(one.laEstab)?.name ?? one.laEstab })),
        })),
      },
    };
  });
