import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import type { ExclusionRecord } from '../storage/repositories/exclusions.ts';
import type { AreaExclusion, DemonstrationArea } from './types.ts';
import { homeOfficeRows } from './home-office-rows.ts';
import { lessonOf } from './lesson-of.ts';
import { providerRows } from './provider-rows.ts';
import { visitingRows } from './visiting-rows.ts';

const HOME = 'home-school';

export const pupilId = (index: number): string => `demo-pupil-${String(index + 1).padStart(4, '0')}`;

export const exclusionId = (index: number): string => `demo-exclusion-${String(index + 1).padStart(4, '0')}`;

/** The area's home school as rows of the tables, with readable ids that are the same each time. */
export function homeSchoolRows(area: DemonstrationArea, now: string) {
  const { homeSchool, schools, la } = area;
  const { school, calendar, pupils, exclusions, sessionTimes } = homeSchool;
  return {
    workspace: {
      id: 1,
      homeSchoolId: HOME,
      authorityCode: la.code,
      authorityName: la.name,
      demonstration: true,
      demonstrationSeed: area.seed,
      demonstrationDay: area.today,
      promiseFromDay: 1,
      promiseInCareFromDay: 1,
      lunchtimesInReturn: false,
      createdAt: now,
    },
    schools: schools.map(({ laEstab, urn, name, phase }) => ({
      id: laEstab === school.laEstab ? HOME : `demo-school-${laEstab}`,
      laEstab,
      urn,
      name,
      phase,
    })),
    terms: calendar.terms.map(({ schoolYear, name, from, to }) => ({
      schoolId: HOME,
      schoolYear,
      name,
      fromDate: from,
      toDate: to,
    })),
    closures: calendar.closures.map(({ from, to, slot, kind, name }, index) => ({
      id: `demo-closure-${index + 1}`,
      schoolId: HOME,
      schoolYear: schoolYearOf(from),
      fromDate: from,
      toDate: to,
      slot,
      kind,
      name,
    })),
    sessionTimes: sessionTimes.map((time) => ({ schoolId: HOME, ...time })),
    pupils: pupils.map((pupil, index) => ({
      id: pupilId(index),
      schoolId: HOME,
      ...pupil,
      searchText: pupilSearchText(pupil),
      version: 1,
      updatedAt: now,
    })),
    exclusions: exclusions.map(exclusionRow),
    exclusionReasons: exclusions.flatMap(({ reasons }, index) =>
      reasons.map((code, at) => ({ exclusionId: exclusionId(index), position: at + 1, code })),
    ),
    exclusionHalfDays: exclusions.flatMap(({ state, sessions, pupil }, index) =>
      state === 'issued'
        ? sessions.map(({ date, slot }) => ({
            exclusionId: exclusionId(index),
            pupilId: pupilId(pupil),
            date,
            slot,
            givenBack: false,
          }))
        : [],
    ),
    ...homeOfficeRows(homeSchool, HOME, pupilId),
    ...providerRows(homeSchool, HOME, exclusionId, pupilId),
    visiting: visitingRows(area, now),
  };
}

function exclusionRow(exclusion: AreaExclusion, index: number): ExclusionRecord {
  const { pupil, kind, state, start, halfDays, sessions, incident, decidedBy, recordedOn, senAt, inCareAt } =
    exclusion;
  const last = kind === 'permanent' ? undefined : sessions.at(-1);
  const issued = state === 'issued';
  return {
    id: exclusionId(index),
    schoolId: HOME,
    pupilId: pupilId(pupil),
    kind,
    state,
    ruleSet: ruleSetOn(start.date)?.id ?? '',
    startDate: start.date,
    startSlot: start.slot,
    endDate: last?.date ?? null,
    endSlot: last === undefined ? null : last.slot === 'am' ? ('am' as const) : ('pm' as const),
    halfDays,
    incidentOn: incident.on,
    incidentAt: incident.at,
    incidentPlace: incident.place,
    incidentAccount: incident.account,
    incidentLesson: lessonOf(incident, index),
    decidedBy,
    decidedOn: issued ? recordedOn : null,
    followsId: null,
    followsAs: null,
    stoppedOn: null,
    stoppedSlot: null,
    senProvision: senAt,
    inCare: inCareAt,
    recordedBy: 'Demonstration',
    recordedAt: `${recordedOn}T10:00:00.000Z`,
    issuedBy: issued ? 'Demonstration' : null,
    issuedAt: issued ? `${recordedOn}T10:15:00.000Z` : null,
    version: 1,
  };
}
