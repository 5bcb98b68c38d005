import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { eventFulfils } from '#shared/domain/duties/event-fulfils.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { eventText } from '#shared/text/case-words.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionId, type homeSchoolRows } from '../../demonstration/home-school-rows.ts';
import type { AreaExclusion, DemonstrationArea } from '../../demonstration/types.ts';
import { eventRow, type CaseEventRecord } from '../../storage/repositories/case-events.ts';
import type { DutyRecord } from '../../storage/repositories/duties.ts';
import { dutyRow } from '../../storage/repositories/duty-writes.ts';
import { issuedExclusion, type IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { ruleSetOf, type DutyFacts } from '../case-duties.ts';
import { promisesOf } from '../case-facts.ts';
import { reasonedDuties } from '../duty-sync.ts';
import { governorsEvents } from './demonstration-events.ts';
import { doneBy } from './demonstration-fulfilment.ts';

type Rows = ReturnType<typeof homeSchoolRows>;

/** What the cases of the demonstration have been through by its day: events, states, half days given back, duties. */
export interface DemonstrationCases {
  readonly exclusions: Rows['exclusions'];
  readonly exclusionHalfDays: Rows['exclusionHalfDays'];
  readonly caseEvents: readonly CaseEventRecord[];
  readonly duties: readonly DutyRecord[];
  readonly absence: ReturnType<typeof absenceOf>;
}

const BY = 'Demonstration';

/** Works out what every issued case obliged and what was done of it. Pure: the same area gives the same cases. */
export function demonstrationCases(area: DemonstrationArea, rows: Rows): DemonstrationCases {
  const { homeSchool, today } = area;
  const index = indexCalendar(homeSchool.calendar);
  const chained = chain(homeSchool.exclusions, rows);
  const halfDays = groupRows(rows.exclusionHalfDays, (row) => row.exclusionId);
  const contacts = groupRows(rows.contacts, (row) => row.pupilId);
  const issued = chained.flatMap(({ row, course }) =>
    row.state === 'draft' ? [] : issuedOf(row, course, halfDays.get(row.id) ?? []),
  );
  const byPupil = groupRows(issued, (one) => one.pupilId);
  const caseEvents: CaseEventRecord[] = [];
  const duties: DutyRecord[] = [];
  const states = new Map<string, Pick<Rows['exclusions'][number], 'state' | 'stoppedOn' | 'stoppedSlot'>>();
  for (const { exclusion, pupilId: pupil, own } of issued) {
    const person = homeSchool.pupils[Number(pupil.slice(-4)) - 1];
    if (person === undefined) continue;
    const relations = new Set((contacts.get(pupil) ?? []).map(({ relation }) => relation));
    const facts: DutyFacts = {
      schoolPhase: homeSchool.school.phase,
      index,
      earlier: [],
      issued: (byPupil.get(pupil) ?? []).map((one) => one.exclusion),
      exams: rows.exams.filter(({ ncYear }) => ncYear === person.ncYear),
      promises: promisesOf(rows.workspace),
      pupil: {
        id: pupil,
        name: '',
        form: person.form,
        ncYear: person.ncYear,
        schoolYearNow: schoolYearOf(today),
        dateOfBirth: person.dob,
        senProvision: person.senProvision,
        inCare: person.inCare,
        hasSocialWorker: relations.has('social-worker'),
        hasHomeAuthority: relations.has('home-authority'),
      },
    };
    const dutiesWith = (events: readonly CaseEvent[]) => reasonedDuties(exclusion, facts, events);
    const atFirst = dutiesWith(own);
    const taken = own.some(({ type }) => type === 'cancelled');
    const days = { index, today };
    const met = taken
      ? []
      : governorsEvents(exclusion, days, atFirst, (events) => dutiesWith([...own, ...events]));
    const events = [...own, ...met];
    const state = stateAfter(events);
    states.set(exclusion.id, {
      state,
      stoppedOn: exclusion.stopped?.date ?? null,
      stoppedSlot: exclusion.stopped?.slot ?? null,
    });
    const ruleSet = ruleSetOf(exclusion);
    caseEvents.push(...events.map((event) => recorded(exclusion.id, event)));
    for (const reasoned of met.length === 0 ? atFirst : dutiesWith(events)) {
      const row = dutyRow(exclusion.id, reasoned);
      const event = events.find(({ type }) => eventFulfils(type).includes(row.key));
      const words = event && { on: event.on, how: eventText(event, ruleSet), byWhom: BY };
      duties.push({
        ...row,
        ...doneBy(row, { exclusion, state, today, noticeOn: exclusion.issuedAt.slice(0, 10), words }),
      });
    }
  }
  const backFrom = new Map(issued.map(({ exclusion }) => [exclusion.id, exclusion.stopped]));
  return {
    exclusions: chained.map(({ row }) => ({ ...row, ...states.get(row.id) })),
    exclusionHalfDays: rows.exclusionHalfDays.map((row) => {
      const back = backFrom.get(row.exclusionId);
      return back === undefined ? row : { ...row, givenBack: sessionKey(row) >= sessionKey(back) };
    }),
    caseEvents,
    duties,
    absence: absenceOf(rows, index.schoolDaysBetween(addDays(today, -60), addDays(today, -20))),
  };
}

interface Chained {
  readonly row: Rows['exclusions'][number];
  readonly course: AreaExclusion['course'] & { readonly takenOver?: IssuedExclusion['start'] };
}

/** Each exclusion's row with what it follows, and what took over from it. */
function chain(exclusions: readonly AreaExclusion[], rows: Rows): readonly Chained[] {
  const takenOver = new Map<number, IssuedExclusion['start']>();
  const follows = new Map<number, number>();
  exclusions.forEach(({ course, pupil, start }, at) => {
    if (course?.further !== true) return;
    const before = exclusions.findLastIndex((other, index) => index < at && other.pupil === pupil);
    if (before < 0) return;
    follows.set(at, before);
    takenOver.set(before, start);
  });
  return rows.exclusions.map((row, at) => {
    const first = follows.get(at);
    const next = takenOver.get(at);
    return {
      row:
        first === undefined ? row : { ...row, followsId: exclusionId(first), followsAs: 'further' as const },
      course: { ...exclusions[at]?.course, ...(next === undefined ? {} : { takenOver: next }) },
    };
  });
}

function issuedOf(
  row: Rows['exclusions'][number],
  course: Chained['course'],
  halfDays: readonly Rows['exclusionHalfDays'][number][],
) {
  const { cancelledFrom: back, takenOver } = course;
  const stopped = back === undefined ? {} : { stoppedOn: back.date, stoppedSlot: back.slot };
  const days = halfDays.map((one) => ({
    ...one,
    givenBack: back !== undefined && sessionKey(one) >= sessionKey(back),
  }));
  const own: CaseEvent[] = [
    ...(back === undefined
      ? []
      : [{ id: `${row.id}-cancelled`, type: 'cancelled' as const, on: back.date, back }]),
    ...(takenOver === undefined
      ? []
      : [
          {
            id: `${row.id}-superseded`,
            type: 'superseded' as const,
            on: takenOver.date,
            slot: takenOver.slot,
          },
        ]),
  ];
  return issuedExclusion({ ...row, ...stopped }, days).map((exclusion) => ({
    exclusion,
    pupilId: row.pupilId,
    own,
  }));
}

const recorded = (id: string, event: CaseEvent): CaseEventRecord =>
  eventRow(event, {
    exclusionId: id,
    note: event.type === 'cancelled' ? 'A film from the corridor shows another pupil.' : '',
    recordedBy: BY,
    recordedAt: `${event.on}T15:30:00.000Z`,
  });

/** An absence that the school asked for some weeks before: noted, not yet recorded properly. */
function absenceOf(rows: Rows, schoolDays: readonly IsoDate[]) {
  const [from, to] = schoolDays.slice(-2);
  const first = from ?? rows.workspace.demonstrationDay;
  const last = to ?? first;
  return {
    id: 'demo-absence-1',
    pupilId: rows.pupils[Math.floor(rows.pupils.length / 3)]?.id ?? '',
    fromDate: first,
    toDate: last,
    askedBy: 'Head of year',
    account:
      'The parents were asked to keep the pupil at home “to cool off” after an argument. Nothing was decided.',
    exclusionId: null,
    recordedBy: BY,
    recordedAt: `${last}T15:30:00.000Z`,
    version: 1,
  };
}
