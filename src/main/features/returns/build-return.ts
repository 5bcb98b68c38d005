import { censusReturn } from '#shared/domain/returns/periods.ts';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import { checkRecord } from '#shared/domain/returns/check-record.ts';
import { checkTogether } from '#shared/domain/returns/check-together.ts';
import { countReturn } from '#shared/domain/returns/count-return.ts';
import type { RecordProblem } from '#shared/domain/returns/record-problem.ts';
import type { ReturnCounts } from '#shared/domain/returns/types.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { finalPermanents } from '../../storage/repositories/final-permanents.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { exclusionsAround, type ExclusionWithPupil } from '../../storage/repositories/returns.ts';
import { readCalendar, type School } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Period } from './census-period.ts';
import { returnPupil } from './return-pupil.ts';
import { returnRecord } from './return-record.ts';
import { whyOut } from './why-out.ts';
import { readYearHalfDays } from './year-half-days.ts';

export interface ReturnVerdict {
  readonly source: ExclusionWithPupil;
  readonly verdict: 'in' | 'out';
  /** The named rule behind the verdict, in words. */
  readonly why: string;
  readonly problems: readonly RecordProblem[];
}

export interface BuiltReturn {
  readonly verdicts: readonly ReturnVerdict[];
  readonly counts: ReturnCounts;
  /** Without what only an export knows: serial number, time, software. */
  readonly document: ReturnDocument;
}

/** A school's return of a census, with the verdict on every record that has to do with its window. */
export async function buildReturn(
  db: Db,
  school: School,
  period: Period,
  { lunchtimes, today }: { readonly lunchtimes: boolean; readonly today: IsoDate },
): Promise<BuiltReturn> {
  const calendar = indexCalendar(await readCalendar(db, school.id));
  const sources = await exclusionsAround(db, school.id, period);
  const included = sources.filter((source) => whyOut(source, period, lunchtimes) === undefined);
  const final = await finalPermanents(
    db,
    included.flatMap(({ exclusion }) => (exclusion.kind === 'permanent' ? [exclusion.id] : [])),
    today,
  );
  const records = included.map((source) => ({
    ...returnRecord(source),
    final: final.has(source.exclusion.id),
  }));
  const pupilIds = [...new Set(records.map(({ pupilId }) => pupilId))];
  const together = checkTogether(records, await readYearHalfDays(db, pupilIds, period));
  const problems = new Map(
    records.map((record) => [
      record.id,
      [...checkRecord(record, calendar), ...(together.get(record.id) ?? [])],
    ]),
  );
  const referenceDate = censusDay(period.term, period.year);
  const pupils = [...groupRows(included, ({ pupil }) => pupil.id).values()].map((group) =>
    returnPupil(group, referenceDate),
  );
  return {
    verdicts: sources.map((source): ReturnVerdict => {
      const out = whyOut(source, period, lunchtimes);
      if (out !== undefined) return { source, verdict: 'out', why: out, problems: [] };
      return {
        source,
        verdict: 'in',
        why: 'Issued, and starts in the window.',
        problems: problems.get(source.exclusion.id) ?? [],
      };
    }),
    counts: countReturn(pupils),
    document: {
      school: {
        la: school.laEstab.slice(0, 3),
        estab: school.laEstab.slice(3),
        name: school.name,
        ...(school.urn === null ? {} : { urn: school.urn }),
      },
      referenceDate,
      period: censusReturn(period.term, period.year),
      nil: pupils.length === 0,
      pupils,
    },
  };
}
