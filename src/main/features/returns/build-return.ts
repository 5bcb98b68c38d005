import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import {
  checkRecord,
  checkRepeatedPermanent,
  type RecordProblem,
  type ReturnRecord,
} from '#shared/domain/returns/check-record.ts';
import { countReturn } from '#shared/domain/returns/count-return.ts';
import type { ReturnCounts } from '#shared/domain/returns/types.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { ReturnDocument, ReturnPupil } from '../../exchange/return-document.ts';
import { exclusionsStarting, type ExclusionWithPupil } from '../../storage/repositories/returns.ts';
import { readCalendar, type School } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import { returnPupil } from './return-pupil.ts';

export type Period = ParsedInput<'returns.check'>['period'];

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

/** A school's return of a period with the verdict on every record that starts in it. */
export async function buildReturn(db: Db, school: School, period: Period): Promise<BuiltReturn> {
  const calendar = indexCalendar(await readCalendar(db, school.id));
  const sources = await exclusionsStarting(db, school.id, period);
  const included = sources.filter((source) => whyOut(source) === undefined);
  const records = new Map(included.map((source) => [source.exclusion.id, recordOf(source)]));
  const repeated = checkRepeatedPermanent([...records.values()]);
  const verdicts = sources.map((source): ReturnVerdict => {
    const record = records.get(source.exclusion.id);
    if (!record) return { source, verdict: 'out', why: whyOut(source) ?? '', problems: [] };
    const second = repeated.get(record.id);
    return {
      source,
      verdict: 'in',
      why: `Issued, and starts in the window of the ${period.name}.`,
      problems: [...checkRecord(record, calendar), ...(second ? [second] : [])],
    };
  });
  const referenceDate = censusDay(period.term, period.year);
  const pupils = groupByPupil(included, referenceDate);
  return {
    verdicts,
    counts: countReturn(pupils),
    document: {
      school: {
        la: school.laEstab.slice(0, 3),
        estab: school.laEstab.slice(3),
        name: school.name,
        ...(school.urn === null ? {} : { urn: school.urn }),
      },
      collection: 'SC',
      term: period.term,
      year: period.year,
      referenceDate,
      period: { from: period.from, to: period.to },
      nil: pupils.length === 0,
      pupils,
    },
  };
}

/** The rule that keeps a record out, in words; undefined for one that goes in. */
function whyOut({ exclusion }: ExclusionWithPupil): string | undefined {
  if (exclusion.state === 'draft')
    return 'A draft: only issued exclusions are returned. Issue it or discard it.';
  if (exclusion.kind === 'lunchtime') {
    return 'Lunchtime exclusions count towards the limits but the census does not collect them.';
  }
  return undefined;
}

function recordOf({ exclusion, pupil, reasons }: ExclusionWithPupil): ReturnRecord {
  return {
    id: exclusion.id,
    pupilId: pupil.id,
    kind: exclusion.kind,
    startDate: exclusion.startDate ?? '',
    startSlot: exclusion.startSlot ?? 'am',
    endDate: exclusion.endDate ?? undefined,
    endSlot: exclusion.endSlot ?? undefined,
    halfDays: exclusion.halfDays ?? undefined,
    reasons,
    senProvision: exclusion.senProvision ?? undefined,
    pupil: {
      upn: pupil.upn,
      dob: pupil.dob,
      entryDate: pupil.entryDate ?? undefined,
      leavingDate: pupil.leavingDate ?? undefined,
    },
  };
}

function groupByPupil(sources: readonly ExclusionWithPupil[], referenceDate: string): ReturnPupil[] {
  const groups = new Map<string, ExclusionWithPupil[]>();
  for (const source of sources) {
    const group = groups.get(source.pupil.id);
    if (group) group.push(source);
    else groups.set(source.pupil.id, [source]);
  }
  return [...groups.values()].map((group) => returnPupil(group, referenceDate));
}
