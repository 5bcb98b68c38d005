import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { IssuedExclusion } from '#main/storage/repositories/exclusion-history.ts';
import type { CaseFacts } from '#main/features/case-facts.ts';
import type { Draft } from '#main/features/exclusions/draft.ts';
import { testCalendar } from './school.ts';

const index = indexCalendar(testCalendar);

/** The facts of a pupil with a clean record, on Wed 12 November 2025. */
export const caseFacts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  schoolId: 'school-1',
  schoolPhase: 'secondary',
  today: '2025-11-12',
  pupil: {
    id: 'amara',
    name: 'Amara Okafor',
    form: '9B',
    ncYear: '9',
    schoolYearNow: 2025,
    dateOfBirth: '2012-03-04',
    enrolledOn: '2023-09-04',
    senProvision: 'N',
    inCare: false,
    hasSocialWorker: false,
    hasHomeAuthority: false,
  },
  index,
  issued: [],
  events: new Map(),
  others: [],
  otherDrafts: [],
  earlier: [],
  heads: [{ id: 'head-1', name: 'Mrs Head', acting: false, from: '2020-09-01', version: 1 }],
  exams: [],
  promises: {},
  ...more,
});

/** A draft with nothing missing: two days from Thu 13 November 2025 am. */
export const caseDraft = (more: Partial<Draft> = {}): Draft => ({
  pupilId: 'amara',
  kind: 'fixed-period',
  startDate: '2025-11-13',
  startSlot: 'am',
  lengthBy: 'half-days',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAt: '10.40',
  incidentPlace: 'Corridor',
  incidentLesson: '',
  incidentAccount: 'Pushed another pupil down the stairs.',
  reasons: ['PP'],
  decidedBy: 'Mrs Head',
  ...more,
});

/** An issued fixed-period exclusion of `halfDays` from a school session on. */
export function issuedBefore(id: string, date: string, slot: Slot, halfDays: number): IssuedExclusion {
  const start: Session = { date, slot };
  const sessions = index.sessionsFrom(start, halfDays);
  const end = sessions.at(-1);
  if (sessions.length < halfDays || end === undefined) throw new Error(`No ${String(halfDays)} from ${date}`);
  return {
    id,
    kind: 'fixed-period',
    title: `Suspension ${id}`,
    start,
    end,
    halfDays: sessions,
    state: 'issued',
    ruleSet: ruleSetOn(date)?.id ?? '',
    decided: { end, halfDays: sessions },
    issuedAt: `${date}T08:00:00.000Z`,
    inCare: false,
    version: 1,
  };
}
