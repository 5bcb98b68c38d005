import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolCalendar, Session } from '#shared/domain/calendar/types.ts';
import { RULE_SETS } from '#shared/domain/duties/rule-sets.ts';
import { publicPlaceDates } from '#shared/domain/duties/public-place-days.ts';
import type { GovernorsRule } from '#shared/domain/duties/rules/types.ts';
import type { Examination, RuleSet } from '#shared/domain/duties/types.ts';
import type { LetterFacts } from '#shared/domain/letters/types.ts';
import { ofCompulsoryAge } from '#shared/domain/letters/compulsory-age.ts';
import { earlierTitle } from '#shared/text/letters/earlier-title.ts';

/** A Tuesday in each rule set from which the letters of the tests begin. */
const STARTS: Readonly<Record<string, string>> = {
  'england-2003': '2006-06-06',
  'england-2007': '2010-06-08',
  'england-2012': '2018-06-05',
  'england-2022': '2025-06-03',
};

export interface LetterCase {
  readonly ruleSet: string;
  readonly kind?: LetterFacts['exclusion']['kind'];
  readonly state?: LetterFacts['exclusion']['state'];
  readonly halfDays?: number;
  /** Of the term, this one included; otherwise its own. */
  readonly termHalfDays?: number;
  readonly exam?: boolean;
  readonly follows?: 'further' | 'extension' | 'conversion';
  readonly promise?: boolean;
  readonly taught?: boolean;
  readonly outcome?: 'upheld' | 'reinstated' | 'considered';
  readonly previous?: boolean;
}

export const ruleSetOf = (id: string): RuleSet => {
  const found = RULE_SETS.find((set) => set.id === id);
  if (!found) throw new Error(`No rule set ${id}`);
  return found;
};

function calendarOf(year: number): SchoolCalendar {
  const [at, next] = [String(year), String(year + 1)];
  return {
    terms: [
      { schoolYear: year - 1, name: 'summer', from: `${at}-04-20`, to: `${at}-07-21` },
      { schoolYear: year, name: 'autumn', from: `${at}-09-04`, to: `${at}-12-19` },
      { schoolYear: year, name: 'spring', from: `${next}-01-06`, to: `${next}-03-28` },
    ],
    closures: [],
  };
}

function ruleFor(set: RuleSet, kind: string, exam: boolean, termHalfDays: number): GovernorsRule {
  const rule = set.governors.find(({ when, overTermDays = 0 }) =>
    when === 'examination-missed'
      ? exam
      : when === 'permanent'
        ? kind === 'permanent'
        : kind !== 'permanent' && termHalfDays > overTermDays * 2,
  );
  if (!rule) throw new Error('No governors’ rule');
  return rule;
}

/** Complete facts of an invented case, as the letters are written from; everything a letter may need is there. */
export function letterFacts(options: LetterCase): LetterFacts {
  const {
    kind = 'fixed-period',
    state = 'issued',
    follows,
    exam = false,
    promise = false,
    outcome,
  } = options;
  const ruleSet = ruleSetOf(options.ruleSet);
  const date = STARTS[options.ruleSet] ?? '';
  const start: Session = { date, slot: 'am' };
  const index = indexCalendar(calendarOf(Number(date.slice(0, 4))));
  const permanent = kind === 'permanent';
  const halfDays = permanent ? 0 : (options.halfDays ?? 5);
  const sessions = index.sessionsFrom(start, kind === 'lunchtime' ? halfDays * 2 : halfDays);
  const last = permanent ? undefined : sessions.at(-1);
  const termHalfDays = permanent ? undefined : (options.termHalfDays ?? halfDays);
  const rule = ruleFor(ruleSet, kind, exam, termHalfDays ?? 0);
  const lawDay = ruleSet.educationFromDay.value;
  const lawDate = index.schoolDayAfter(date, lawDay - 1);
  const law = lawDate !== undefined && (permanent || (last && lawDate <= last.date)) && kind !== 'lunchtime';
  const from = promise ? date : lawDate;
  const { taught = (law && !permanent) || promise } = options;
  const toTeach = permanent ? index.sessionsFrom(start, 20) : sessions;
  const exams: Examination[] = exam
    ? [{ kind: 'public-examination', name: 'GCSE Mathematics paper 2', date, slot: 'pm' }]
    : [];
  const returnsOn = last && index.nextSchoolSession(last);
  const back = index.nextSchoolSession({ date, slot: 'pm' }) ?? start;
  const born = `${String(Number(date.slice(0, 4)) - 13)}-03-04`;
  const byDay = rule.byDay === undefined ? undefined : index.schoolDayAfter(date, rule.byDay);
  const notBefore =
    rule.notBeforeDay === undefined ? undefined : index.schoolDayAfter(date, rule.notBeforeDay);
  const earlier = {
    kind: 'fixed-period' as const,
    ruleSet,
    start: { date: '2006-05-02', slot: 'am' as const },
    halfDays: 4,
  };
  return {
    writtenOn: date,
    ruleSet,
    exclusion: {
      id: 'case-1',
      kind,
      state,
      start,
      ...(last ? { last } : {}),
      ...(returnsOn ? { returnsOn } : {}),
      halfDays,
      schoolDays: permanent
        ? index.schoolDaysBetween(date, index.schoolDayAfter(date, 4) ?? date)
        : index.schoolDaysBetween(date, last?.date ?? date),
      publicPlaceDays:
        kind === 'lunchtime' ? [] : publicPlaceDates(index, ruleSet, { start, ...(last ? { last } : {}) }),
      reasons: ['Physical assault against a pupil'],
      account:
        'At the start of break on Monday, in the corridor by the hall, Jordan pushed another pupil to the floor and went on kicking after staff had asked Jordan to stop. The other pupil was hurt and went home.',
      decidedBy: 'Mrs M. Okafor',
      decidedOn: date,
      ...(follows ? { follows: { as: follows, title: earlierTitle(earlier) } } : {}),
      ...(state === 'cancelled' || state === 'withdrawn'
        ? {
            takenBack: {
              reason: 'New evidence shows that somebody else began the fight.',
              back,
              neverOut: false,
            },
          }
        : {}),
    },
    pupil: {
      name: 'Jordan Ashdown',
      forename: 'Jordan',
      form: '8C',
      dateOfBirth: born,
      upn: 'A201400100012',
      inCare: true,
      senProvision: 'K',
      ofCompulsoryAge: ofCompulsoryAge(born, date),
    },
    parents: [{ name: 'Ms Dana Ashdown', address: '14 Mill Lane\nWestbrook\nWB3 4QT' }],
    socialWorker: { name: 'Ms Ines Carr', address: 'Family Services\nCivic Centre\nWestbrook' },
    virtualSchoolHead: { name: 'Mr Paul Lee', address: 'Virtual School\nCivic Centre\nWestbrook' },
    homeAuthority: { name: 'Eastbrook Council', address: 'Town Hall\nEastbrook' },
    school: {
      name: 'Hillside High School',
      phase: 'secondary',
      address: 'Hill Road\nWestbrook\nWB1 2AB',
      phone: '01632 960100',
      email: 'office@hillside.example',
    },
    authority: {
      name: 'Westbrook Council',
      contact: 'Mr Tom Reed',
      address: 'Civic Centre\nWestbrook\nWB1 1AA',
      phone: '01632 960200',
      email: 'inclusion@westbrook.example',
    },
    clerk: {
      name: 'Mrs Joan Pike',
      address: 'Hillside High School, Hill Road, Westbrook WB1 2AB',
      phone: '01632 960101',
      email: 'clerk@hillside.example',
    },
    advice: [
      'Westbrook SEND advice service, 01632 960300 (for children with special educational needs)',
      'Coram Child Law Advice, childlawadvice.org.uk',
    ],
    headIsActing: false,
    ...(termHalfDays === undefined ? {} : { termHalfDays }),
    examsMissed: exams,
    education: {
      ...(law && lawDate !== undefined ? { law: { date: lawDate, day: lawDay } } : {}),
      ...(promise ? { promise: { date, day: 1 } } : {}),
      runLength: 1,
      sessions: taught
        ? toTeach
            .filter((one) => from !== undefined && one.date >= from)
            .map((one) => ({
              ...one,
              provider: 'Riverside Centre',
              address: '3 Quay Street, Westbrook',
              contact: 'Mr Sam Hale, 01632 960400',
              starts: one.slot === 'am' ? '09:15' : '12:45',
              ends: one.slot === 'am' ? '12:00' : '14:45',
              state: 'booked' as const,
            }))
        : [],
    },
    governors: {
      rule,
      ...(byDay === undefined ? {} : { by: byDay }),
      ...(notBefore === undefined ? {} : { notBefore }),
      meetingOn: byDay ?? date,
      ...(outcome
        ? { decision: { on: byDay ?? date, outcome, ...(outcome === 'reinstated' ? { back } : {}) } }
        : {}),
    },
    interviewOwed: options.ruleSet === 'england-2007' && kind === 'fixed-period' && halfDays > 10,
    ...(permanent ? { reviewBy: index.schoolDayAfter(date, 30) ?? date } : {}),
    previous: options.previous ? [earlierTitle(earlier)] : [],
  };
}

/** What a person types into the letters of the tests. */
export const TYPED: Readonly<Record<string, string>> = {
  work: 'Work for each day is on the school’s website under “Work at home”; please hand it in at the office on the day Jordan comes back.',
  interview: 'on Friday at 9 am in my office',
  meetingTime: '9.30 am',
  meetingPlace: 'the conference room of the school',
  papersBy: 'Monday 16 June',
  decisionReasons:
    'The governors heard all sides and find that the decision was fair, lawful and in proportion.',
};
