import type { ParsedInput } from '#shared/contract/contract.ts';
import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termSpan } from '#shared/domain/calendar/term-span.ts';
import { lettersOf } from '#shared/domain/support/risk-categories.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayDone } from '#shared/text/grid-words.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { sayReason } from '#shared/text/support-words.ts';
import type { GridDocument, GridRow } from '../../exchange/grid-document.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { readRegister, type RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import { readGridFacts, type GridFacts } from '../../storage/repositories/grid-facts.ts';
import { countPupils } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** A grid with the days of its term, and whose each row is. */
export interface Grid {
  readonly document: GridDocument;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Pick<RegisterEntry, 'id' | 'pupilId'>[];
}

/**
 * The grid of a term, this one when none is given: everybody who was on the register on a day of it, as it stood at its
 * end. Holidays belong to the term before them, so that nobody falls between two grids. What came later (a sign-off, a
 * reason) belongs to the grid of its own term.
 */
export async function gridOf(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  input: ParsedInput<'support.grid'>,
): Promise<Result<Grid>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { id: schoolId, laEstab, name: schoolName } = home.value.school;
  const today = clock.today();
  const now = referenceTermOf(today);
  const schoolYear = input.schoolYear ?? now.schoolYear;
  const term = input.term ?? now.name;
  const span = termSpan(schoolYear, term);
  if (span.from > today) {
    return refuse(
      'refused',
      `There is no grid of ${termWords(term)} ${formatSchoolYear(schoolYear)} yet: it begins on ${formatDate(span.from)}.`,
      { fields: [{ path: 'term', message: 'Choose this term or an earlier one.' }] },
    );
  }
  const until = span.to < today ? span.to : today;
  const entries = await readRegister(db, schoolId, { during: span });
  const facts = await readGridFacts(
    db,
    { entryIds: entries.map(({ id }) => id), pupilIds: entries.map(({ pupilId }) => pupilId) },
    { from: span.from, to: until },
  );
  const { version: _, ...criteria } = await readCriteria(db, schoolId);
  return {
    ok: true,
    value: {
      document: {
        laEstab,
        schoolName,
        schoolYear,
        term,
        madeAt: clock.now().slice(0, 19),
        pupilsOnRoll: await countPupils(db, { schoolId, words: [], roll: 'current', today: until }),
        criteria,
        rows: entries.map((entry) => rowOf(entry, facts, span.to)),
      },
      ...span,
      entries,
    },
  };
}

function rowOf(entry: RegisterEntry, facts: GridFacts, to: string): GridRow {
  const { upn, name, ncYear, level, since } = entry;
  const reasons = entry.reasons.filter(({ on }) => on <= to);
  const worker = facts.workers.get(entry.id);
  const done = sayDone(doneFor(entry, facts));
  const off = entry.signedOffOn !== null && entry.signedOffOn <= to ? entry.signedOffOn : undefined;
  const period = entry.periods.findLast(({ from }) => from <= to);
  return {
    upn,
    name,
    ...(ncYear === null ? {} : { ncYear }),
    categories: lettersOf(reasons),
    ...(level === null ? {} : { level }),
    why: reasons.map(({ fact }) => sayReason(fact)),
    since,
    ...(worker === undefined ? {} : { keyWorker: { name: worker.name, role: worker.role } }),
    ...(done === '' ? {} : { done }),
    ...(off === undefined
      ? { reviewOn: period?.reviewOn ?? entry.reviewOn }
      : { signedOff: { on: off, why: entry.signedOffReason ?? '' } }),
  };
}

function doneFor({ id, pupilId }: RegisterEntry, facts: GridFacts) {
  const ofPupil = <T extends { readonly pupilId: string }>(all: readonly T[]) =>
    all.filter((one) => one.pupilId === pupilId);
  const sessions = groupRows(ofPupil(facts.sessions), ({ provider }) => provider);
  return {
    meetings: facts.meetings.filter(({ entryId }) => entryId === id).map(({ on }) => on),
    plans: ofPupil(facts.plans),
    referrals: ofPupil(facts.referrals),
    panels: ofPupil(facts.panels).map(({ on }) => on),
    stays: [...sessions].map(([provider, some]) => ({
      provider,
      sessions: some.length,
      from: some[0]?.on ?? '',
    })),
  };
}
