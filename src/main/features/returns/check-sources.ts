import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { checkCase } from '#shared/domain/returns/check-case.ts';
import { checkRecord } from '#shared/domain/returns/check-record.ts';
import { checkTogether } from '#shared/domain/returns/check-together.ts';
import type { RecordProblem } from '#shared/domain/returns/record-problem.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { finalPermanents } from '../../storage/repositories/final-permanents.ts';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import type { Db } from '../../storage/store.ts';
import { returnCase } from './return-case.ts';
import { returnRecord } from './return-record.ts';
import type { FullSource } from './return-sources.ts';

export interface FoundProblem extends RecordProblem {
  /** What the school says about a query. */
  readonly explanation?: { readonly text: string; readonly by: string; readonly at: string };
}

interface Asked {
  /** In the order of their starts. */
  readonly sources: readonly FullSource[];
  /** Exclusions that the return holds. */
  readonly isIn: ReadonlySet<string>;
  readonly calendar: CalendarIndex;
  readonly today: IsoDate;
}

/** `finalPermanents` takes so many at once. */
const PERMANENTS_AT_ONCE = 500;

/** What is wrong with each record, by exclusion. Of one that is left out only how it was taken back is looked at. */
export async function checkSources(
  db: Db,
  { sources, isIn, calendar, today }: Asked,
): Promise<ReadonlyMap<string, readonly FoundProblem[]>> {
  const included = sources.filter(({ exclusion }) => isIn.has(exclusion.id));
  const permanents = included.flatMap(({ exclusion }) =>
    exclusion.kind === 'permanent' ? [exclusion.id] : [],
  );
  const final = new Set<string>();
  for (const ids of inChunks(permanents, PERMANENTS_AT_ONCE)) {
    for (const id of await finalPermanents(db, ids, today)) final.add(id);
  }
  const records = included.map((source) => ({
    ...returnRecord(source),
    final: final.has(source.exclusion.id),
  }));
  const together = checkTogether(records, yearHalfDaysOf(included));
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(
    sources.map((source) => {
      const record = byId.get(source.exclusion.id);
      const problems = record
        ? [
            ...checkRecord(record, calendar),
            ...(together.get(record.id) ?? []),
            ...checkCase(returnCase(source), today),
          ]
        : isTakenBack(source)
          ? checkCase(returnCase(source), today)
          : [];
      return [source.exclusion.id, problems.map((problem) => withExplanation(problem, source))];
    }),
  );
}

const isTakenBack = ({ exclusion: { state } }: FullSource): boolean =>
  state === 'cancelled' || state === 'withdrawn';

function withExplanation(problem: RecordProblem, { explained }: FullSource): FoundProblem {
  const row = explained.find(({ rule }) => rule === problem.rule);
  if (row === undefined || problem.severity === 'error') return problem;
  const { explanation: text, explainedBy: by, explainedAt: at } = row;
  return { ...problem, explanation: { text, by, at } };
}

function yearHalfDaysOf(sources: readonly FullSource[]) {
  const ofPupil = new Map(sources.map(({ pupil, halfDays }) => [pupil.id, halfDays]));
  return (pupilId: string, schoolYear: number): number => {
    const { here = [], earlier = [] } = ofPupil.get(pupilId) ?? {};
    return (
      here.filter(({ date }) => schoolYearOf(date) === schoolYear).length +
      earlier.filter((one) => one.schoolYear === schoolYear).reduce((sum, { halfDays }) => sum + halfDays, 0)
    );
  };
}
