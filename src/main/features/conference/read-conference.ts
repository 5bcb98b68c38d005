import type { OperationOutput } from '#shared/contract/contract.ts';
import { coveredDays } from '#shared/domain/compare/covered-year.ts';
import { byUrgency } from '#shared/domain/conference/by-urgency.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readConferenceCriteria } from '../../storage/repositories/conference-criteria.ts';
import {
  readOwnRows,
  readReturnedRows,
  type ConferenceRow,
} from '../../storage/repositories/conference-rows.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { receivedSpan } from '../../storage/repositories/received-returns.ts';
import { readReceivedWindows } from '../../storage/repositories/received-windows.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';
import { conferenceDay } from './conference-day.ts';
import { conferencePupil } from './conference-pupil.ts';

export type Answer = OperationOutput<'authority.conference'>;

export interface Asked {
  readonly asOf?: IsoDate | undefined;
  readonly source: Answer['source'];
}

/** Everything the list of a day is made from. */
export interface ConferenceFacts {
  readonly day: ReturnType<typeof conferenceDay>;
  readonly ownSchool: { readonly id: string; readonly name: string; readonly laEstab: string } | undefined;
  /** Of the school year up to the day, or of all years of one pupil. */
  readonly rows: readonly ConferenceRow[];
  readonly schoolName: (laEstab: string) => string;
  readonly schools: number;
  readonly notSent: Answer['notSent'];
}

/** Reads what a day's list is made from; with a pupil's number every year of that pupil, in place of one of everybody. */
export async function readConferenceFacts(
  db: Db,
  { clock, nationalSchools }: Pick<Context, 'clock' | 'nationalSchools'>,
  { asOf, source }: Asked,
  upn?: string,
): Promise<Result<ConferenceFacts>> {
  const today = clock.today();
  const ownSchool = (await readWorkspace(db))?.school;
  if (source === 'own' && ownSchool === undefined) {
    return refuse('not-set-up', 'This database keeps no school’s own records. Look at the returns instead.');
  }
  const day = conferenceDay(asOf ?? (source === 'own' ? today : await lastSpokenFor(db, today)));
  const range = { from: upn === undefined ? day.yearFrom : '0000-01-01', to: day.asOf, upn };
  const rows =
    source === 'own' && ownSchool
      ? await readOwnRows(db, ownSchool, range, today)
      : await readReturnedRows(db, range);
  const term = { from: day.termFrom, to: day.asOf };
  const expected = await expectedSchools(db, nationalSchools);
  const windows = groupRows(
    await readReceivedWindows(db, { from: range.from, to: day.asOf }),
    ({ laEstab }) => laEstab,
  );
  const known = new Set([...expected.keys(), ...windows.keys()]);
  const schoolName = (laEstab: string) =>
    schoolFrom(expected, laEstab, windows.get(laEstab)?.at(-1)?.name).name;
  const notSent = [...known].flatMap((laEstab) => {
    const sent = coveredDays(windows.get(laEstab) ?? [], term);
    return sent === 'whole' ? [] : [{ laEstab, name: schoolName(laEstab), sent }];
  });
  return ok({
    day,
    ownSchool,
    rows,
    schoolName,
    schools: source === 'own' ? 0 : known.size,
    notSent: source === 'own' ? [] : notSent.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  });
}

/** Today where a return speaks for it; else the last day that one speaks for, as what came after is not known. */
async function lastSpokenFor(db: Db, today: IsoDate): Promise<IsoDate> {
  const last = (await receivedSpan(db))?.to ?? today;
  return last < today ? last : today;
}

/** Pupils who meet a criterion, the most urgent first. Pupils are told apart by their number, over all schools. */
export async function readConference(
  db: Db,
  context: Pick<Context, 'clock' | 'nationalSchools'>,
  asked: Asked,
): Promise<Result<Answer>> {
  const read = await readConferenceFacts(db, context, asked);
  if (!read.ok) return read;
  const { day, ownSchool, rows, schoolName, schools, notSent } = read.value;
  const { criteria, version } = await readConferenceCriteria(db);
  const byPupil = groupRows(rows, ({ upn }) => upn);
  const pupils = [...byPupil.values()]
    .map((own) => conferencePupil(own, criteria, day, schoolName))
    .filter(({ met }) => met.length > 0)
    .map((pupil) => ({ pupil, ...pupil, last: pupil.exclusions.at(-1)?.startDate ?? '' }))
    .toSorted((a, b) => byUrgency(a, b) || NAMES.compare(a.surname, b.surname) || (a.upn < b.upn ? -1 : 1));
  return ok({
    asOf: day.asOf,
    termFrom: day.termFrom,
    termName: day.termName,
    source: asked.source,
    ...(ownSchool ? { ownSchool: ownSchool.name } : {}),
    limitDays: day.limitDays,
    criteria: [...criteria],
    version,
    pupils: pupils.map(({ pupil }) => pupil),
    considered: { pupils: byPupil.size, exclusions: rows.length },
    schools,
    notSent,
  });
}

/** Made once: a comparison of names by a locale is slow to set up. */
const NAMES = new Intl.Collator('en-GB');
