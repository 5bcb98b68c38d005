import type { Session } from '#shared/domain/calendar/types.ts';
import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import type { AgreementInput } from '#shared/domain/letters/check-agreement.ts';
import type { LetterFacts } from '#shared/domain/letters/types.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { codesFor } from '#shared/domain/register/codes-for.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCaseEvents } from '../../storage/repositories/case-events.ts';
import { readDuties, type DutyRecord } from '../../storage/repositories/duties.ts';
import { readExclusion, type ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import {
  readEndedPlaces,
  readLetterIssues,
  readLetters,
  type LetterIssueRecord,
  type LetterRecord,
} from '../../storage/repositories/letters.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { readRegisterCases } from '../../storage/repositories/register-cases.ts';
import { readSchoolDetails, type SchoolDetailsRecord } from '../../storage/repositories/school-details.ts';
import type { Db } from '../../storage/store.ts';
import { judgeIssued } from '../case-duties.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { headOn } from './head-on.ts';
import { letterFactsOf, type FactsInput } from './letter-facts.ts';
import { readLetterPeople } from './letter-people.ts';
import { readTaughtSessions } from './letter-places.ts';

/** A case with everything its letters follow from, and what was typed and sent. */
export interface LetterCase {
  readonly schoolId: string;
  readonly exclusion: ExclusionRecord;
  readonly caseFacts: CaseFacts;
  readonly facts: LetterFacts;
  /** Keys of the duties that are owed by the record. */
  readonly owed: ReadonlySet<string>;
  readonly duties: readonly DutyRecord[];
  readonly letters: ReadonlyMap<string, LetterRecord>;
  readonly issues: readonly LetterIssueRecord[];
  readonly details: SchoolDetailsRecord | undefined;
  readonly checked: Pick<
    AgreementInput,
    'deciders' | 'recorded' | 'byCalendar' | 'toTeach' | 'cancelledPlaces' | 'codes'
  >;
}

/** How far ahead a permanent exclusion's register codes are looked at. */
const PERMANENT_DAYS = 120;

/**
 * Reads what the letters of an issued exclusion follow from, for letters written on a day (and going
 * by hand or by post, once that is known). Refused when there is no such
 * case, or it is still a draft: nothing has been decided then that a letter could tell.
 */
export async function readLetterCase(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  exclusionId: string,
  writtenOn: IsoDate,
  goesBy?: FactsInput['goesBy'],
): Promise<Result<LetterCase>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { school, workspace } = home.value;
  const stored = await readExclusion(db, school.id, exclusionId);
  if (!stored) {
    return refuse(
      'not-found',
      'This exclusion is not on record. It may have been a draft that was discarded.',
    );
  }
  const { exclusion, reasons } = stored;
  const pupil = await findPupil(db, school.id, exclusion.pupilId);
  const read = await readCaseFacts(db, clock.today(), exclusion.pupilId, exclusionId);
  if (!read.ok) return read;
  const caseFacts = read.value;
  const issued = caseFacts.issued.find(({ id }) => id === exclusionId);
  if (!issued || !pupil) {
    return refuse(
      'refused',
      'This is still a draft: nothing has been decided yet. Issue it first; then its letters are written.',
    );
  }
  const duties = await readDuties(db, exclusionId);
  const told = duties.find(({ key }) => key === 'tell-governors')?.fulfilledOn ?? undefined;
  const judged = judgeIssued(issued, caseFacts, caseFacts.events.get(exclusionId) ?? [], told);
  const details = await readSchoolDetails(db, school.id);
  const events = (await readCaseEvents(db, exclusionId)).filter(({ voidedAt }) => voidedAt === null);
  const facts = letterFactsOf({
    writtenOn,
    ...(goesBy === undefined ? {} : { goesBy }),
    exclusion,
    reasons,
    issued,
    judged,
    facts: caseFacts,
    pupil,
    people: await readLetterPeople(db, pupil.id, { school, workspace, details }),
    events,
    sessions: await readTaughtSessions(db, clock.now(), { schoolId: school.id, exclusionId }),
  });
  const { index } = caseFacts;
  const { start, decided } = issued;
  const period = { from: start.date, to: decided.end?.date ?? addDays(start.date, PERMANENT_DAYS) };
  const registerCases = await readRegisterCases(db, clock.now(), {
    schoolId: school.id,
    ...period,
    exclusionId,
  });
  return {
    ok: true,
    value: {
      schoolId: school.id,
      exclusion,
      caseFacts,
      facts,
      owed: new Set(dutiesOf(judged.dutyCase).map(({ key }) => key)),
      duties,
      letters: await readLetters(db, exclusionId),
      issues: await readLetterIssues(db, exclusionId),
      details,
      checked: {
        deciders: caseFacts.heads
          .filter(({ name }) => headOn(caseFacts.heads, name, facts.exclusion.decidedOn) !== undefined)
          .map(({ name }) => name),
        recorded: decided.halfDays,
        byCalendar: decided.end === undefined ? [] : index.sessionsBetween(start, decided.end),
        toTeach: sessionsOwed(facts, sessionsToCover(exclusion, index)),
        cancelledPlaces: await readEndedPlaces(db, exclusionId),
        codes: codesFor(registerCases, index, period),
      },
    },
  };
}

/** The sessions that need a place by law or promise; of a permanent exclusion the authority sees to the law's. */
function sessionsOwed(
  { education, exclusion }: LetterFacts,
  covered: readonly Session[],
): readonly Session[] {
  const law = exclusion.kind === 'permanent' ? undefined : education.law?.date;
  const [from] = [law, education.promise?.date].filter((day) => day !== undefined).toSorted();
  return from === undefined ? [] : covered.filter(({ date }) => date >= from);
}
