import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { countReturn } from '#shared/domain/returns/count-return.ts';
import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import type { ReturnCounts, ReturnPeriod } from '#shared/domain/returns/types.ts';
import { verdictOf, type Verdict } from '#shared/domain/returns/verdict.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { exclusionsAround, type ExclusionWithPupil } from '../../storage/repositories/exclusions-around.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readCalendar, type School } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import { checkSources, type FoundProblem } from './check-sources.ts';
import { leftBefore, returnPupil } from './return-pupil.ts';
import { readSources } from './return-sources.ts';

export interface ReturnVerdict extends Verdict {
  readonly source: ExclusionWithPupil;
  /** The pupil's last day at the school, where it is before the reference date. */
  readonly leftOn: IsoDate | undefined;
  readonly problems: readonly FoundProblem[];
}

export interface BuiltReturn {
  readonly verdicts: readonly ReturnVerdict[];
  readonly counts: ReturnCounts;
  /** Without what only an export knows: serial number, time, software. */
  readonly document: ReturnDocument;
}

export interface BuildOptions {
  /** The school's switch. */
  readonly lunchtimes: boolean;
  readonly today: IsoDate;
  /** Only this pupil's records: for a look at one of them. */
  readonly pupilId?: string;
}

/** A school's return of a period, with the verdict on every record that has to do with it. */
export async function buildReturn(
  db: Db,
  school: School,
  period: ReturnPeriod,
  { lunchtimes, today, pupilId }: BuildOptions,
): Promise<BuiltReturn> {
  const calendar = indexCalendar(await readCalendar(db, school.id));
  const referenceDate = referenceDateOf(period);
  const found = await exclusionsAround(db, school.id, period, pupilId);
  const judged = found.map((source) => {
    const leftOn = leftBefore(source.pupil, referenceDate);
    const { state, kind, startDate, stoppedOn } = source.exclusion;
    const takenOver = stoppedOn !== null && source.sessions.length === 0;
    const record = { state, kind, startDate: startDate ?? undefined, takenOver, leftOn };
    return { source, leftOn, ...verdictOf(record, { from: period.from, lunchtimes }) };
  });
  const isIn = new Set(
    judged.flatMap(({ source, verdict }) => (verdict === 'in' ? [source.exclusion.id] : [])),
  );
  const sources = await readSources(db, found, calendar);
  const included = sources.filter(({ exclusion }) => isIn.has(exclusion.id));
  const problems = await checkSources(db, { sources, isIn, calendar, today });
  const pupils = [...groupRows(included, ({ pupil }) => pupil.id).values()].map((group) =>
    returnPupil(
      group.map((source) => withExplanations(source, problems.get(source.exclusion.id) ?? [])),
      referenceDate,
    ),
  );
  return {
    verdicts: judged.map((one) => ({ ...one, problems: problems.get(one.source.exclusion.id) ?? [] })),
    counts: countReturn(pupils),
    document: {
      school: {
        la: school.laEstab.slice(0, 3),
        estab: school.laEstab.slice(3),
        name: school.name,
        ...(school.urn === null ? {} : { urn: school.urn }),
      },
      referenceDate,
      period,
      nil: pupils.length === 0,
      pupils,
    },
  };
}

/** Only explanations of queries that are still there travel. */
function withExplanations<Source extends object>(source: Source, problems: readonly FoundProblem[]) {
  const explanations = Object.fromEntries(
    problems.flatMap(({ rule, explanation }) =>
      explanation === undefined ? [] : [[rule, explanation.text]],
    ),
  );
  return { ...source, explanations };
}
