import type { OperationOutput } from '#shared/contract/contract.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { figureOf } from '#shared/domain/compare/measures.ts';
import { spreadOf } from '#shared/domain/compare/spread.ts';
import type { ComparedSchool, CountedMeasure } from '#shared/domain/compare/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import { listReceived } from '../../storage/repositories/received-returns.ts';
import type { Handler } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';
import { chosenYears } from './chosen-years.ts';
import { groupNames } from './group-names.ts';
import { readCompared } from './read-compared.ts';

type School = OperationOutput<'authority.school'>;

const MOST_FILES = 200;
const MOST_YEARS = 10;

/** One school over all years there are, beside the means of its phase, with the files it sent. */
export const schoolFigures: Handler<'authority.school'> = (context, { laEstab }) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, {});
    if (!chosen.ok) return chosen;
    const years = chosen.value.offered.slice(0, MOST_YEARS).toReversed();
    const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
    const range = Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, at) => first + at);
    const files = await listReceived(db, { laEstab, limit: MOST_FILES });
    const expected = await expectedSchools(db, context.nationalSchools);
    const known = expected.get(laEstab);
    if (known === undefined && files.length === 0) {
      return refuse('not-found', `No school has the number ${laEstab} here, and nothing came from one.`);
    }
    const { name, phase } = schoolFrom(expected, laEstab, files[0]?.schoolName);
    const { schools } = await readCompared(db, context, range);
    const school = schools.find((one) => one.laEstab === laEstab);
    const peers = schools.filter((one) => one.phase === phase);
    const authority = (await groupNames(db, 'authority'))(laEstab.slice(0, 3));
    return {
      ok: true,
      value: {
        laEstab,
        name,
        phase,
        authority,
        ...(school?.cluster === undefined ? {} : { cluster: school.cluster }),
        years: range.map((year) => yearOf(school, year)),
        means: range.map((year) => meansOf(peers, year)),
        files: files.map((file) => ({
          id: file.id,
          period: file.periodName,
          fileName: file.fileName,
          receivedAt: file.receivedAt,
          current: file.current,
          nil: file.nil,
          fixedPeriod: file.counts.fixedPeriod,
          permanent: file.counts.permanent,
        })),
      },
    };
  });

function yearOf(school: ComparedSchool | undefined, schoolYear: SchoolYear): School['years'][number] {
  const figures = school?.years.get(schoolYear);
  const gap = figures === undefined ? 'nothing' : figures.gap;
  return {
    schoolYear,
    permanent: figures?.permanent ?? null,
    incidents: figures?.incidents ?? null,
    days: figures?.days ?? null,
    pupils: figures?.pupils ?? null,
    repeatPupils: figures?.['repeat-pupils'] ?? null,
    headcount: figures?.headcount ?? null,
    ...(gap ? { gap } : {}),
  };
}

function meansOf(schools: readonly ComparedSchool[], schoolYear: SchoolYear): School['means'][number] {
  const spread = (measure: CountedMeasure) =>
    spreadOf(schools.map((school) => figureOf(school, measure, schoolYear)));
  return {
    schoolYear,
    n: spread('incidents').n,
    permanent: spread('permanent').mean,
    incidents: spread('incidents').mean,
    days: spread('days').mean,
    pupils: spread('pupils').mean,
    repeatPupils: spread('repeat-pupils').mean,
  };
}
