import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countFromStart } from '#shared/domain/calendar/count-sessions.ts';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { countLunchtimes } from '#shared/domain/calendar/lunchtimes.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { checkUpn } from '#shared/domain/pupils/upn.ts';
import { isIsoDate } from '#shared/kernel/plain-date.ts';
import { loadNationalSchools } from '../platform/national-schools/load-national-schools.ts';
import { generateArea } from './generate-area.ts';
import type { AreaExclusion, DemonstrationArea, SchoolRecords } from './types.ts';

/** A school day, the ends of terms and holidays, a weekend, the first day of a year, a leap day. */
const DAYS = [
  '2025-11-18',
  '2026-07-20',
  '2026-08-10',
  '2026-09-01',
  '2027-01-09',
  '2026-12-25',
  '2028-02-29',
];
const areas = DAYS.map((today, at) => generateArea({ seed: 20 + at, today }));
const [area] = areas;
if (area === undefined) throw new Error('No area.');

const recordsOf = (one: DemonstrationArea): readonly SchoolRecords[] => [one.homeSchool, ...one.otherSchools];
const everySchool = areas.flatMap(recordsOf);

/** Runs a check over the exclusions of each pupil of each school. */
function forEachPupil(check: (own: readonly AreaExclusion[], records: SchoolRecords) => void): void {
  for (const records of everySchool) {
    records.pupils.forEach((_, at) =>
      check(
        records.exclusions.filter(({ pupil }) => pupil === at),
        records,
      ),
    );
  }
}

describe('the same seed and day', () => {
  it('give the same area', () => {
    expect(generateArea({ seed: 20, today: '2025-11-18' })).toEqual(area);
  });

  it('differ from those of another seed', () => {
    expect(generateArea({ seed: 21, today: '2025-11-18' }).homeSchool.pupils).not.toEqual(
      area.homeSchool.pupils,
    );
  });
});

describe('the invented schools', () => {
  it('are 8 secondary and 24 primary schools and a PRU', () => {
    const count = (phase: string) => area.schools.filter((school) => school.phase === phase).length;
    expect([count('secondary'), count('primary'), count('pru')]).toEqual([8, 24, 1]);
    expect(area.otherSchools).toHaveLength(32);
    expect(area.schools[0]).toEqual(area.homeSchool.school);
  });

  it('have no real school’s name, number or URN, nor a real authority’s code', () => {
    const real = loadNationalSchools(fileURLToPath(new URL('../../../resources/schools', import.meta.url)));
    const names = new Set(real.all().map(({ name }) => name.toLowerCase()));
    const urns = new Set(real.all().map(({ urn }) => urn));
    for (const school of area.schools) {
      expect(names).not.toContain(school.name.toLowerCase());
      expect(urns).not.toContain(school.urn);
      expect(real.byLaEstab(school.laEstab)).toBeUndefined();
    }
    expect(real.authorities().map(({ code }) => code)).not.toContain(area.la.code);
    expect(new Set(area.schools.map(({ laEstab }) => laEstab)).size).toBe(33);
    expect(new Set(area.schools.map(({ name }) => name)).size).toBe(33);
  });

  it('keep calendars of their own that still have about 190 days a year', () => {
    const calendars = new Set<string>();
    for (const { calendar } of recordsOf(area)) {
      calendars.add(JSON.stringify(calendar.closures));
      const index = indexCalendar(calendar);
      for (const year of area.schoolYears) {
        const days = index.schoolDaysBetween(`${String(year)}-08-01`, `${String(year + 1)}-07-31`).length;
        expect(days).toBeGreaterThanOrEqual(186);
        expect(days).toBeLessThanOrEqual(192);
      }
    }
    expect(calendars.size).toBeGreaterThan(25);
  });
});

describe('the pupils', () => {
  it('of the home school number about 1,150 on roll, in years 7 to 13 with form groups', () => {
    for (const { homeSchool } of areas) {
      const onRoll = homeSchool.pupils.filter(({ leavingDate }) => leavingDate === null);
      expect(onRoll.length).toBeGreaterThan(1120);
      expect(onRoll.length).toBeLessThan(1160);
      expect(homeSchool.school.headcounts.at(-1)?.pupils).toBe(onRoll.length);
      expect([...new Set(onRoll.map(({ ncYear }) => ncYear))].toSorted()).toEqual([
        '10',
        '11',
        '12',
        '13',
        '7',
        '8',
        '9',
      ]);
      for (const { form, ncYear } of onRoll) expect(form).toMatch(new RegExp(`^${ncYear}[A-Z]$`));
      expect(homeSchool.pupils.length).toBeGreaterThan(onRoll.length);
    }
  });

  it('have unique UPNs of the right form with the right letter, a few of them temporary', () => {
    for (const one of areas) {
      const upns = recordsOf(one).flatMap(({ pupils }) => pupils.map(({ upn }) => upn));
      expect(new Set(upns).size).toBe(upns.length);
      for (const upn of upns) {
        const { form, checkLetter } = checkUpn(upn);
        expect(['permanent', 'temporary']).toContain(form);
        expect(checkLetter?.actual).toBe(checkLetter?.expected);
      }
      const temporary = one.homeSchool.pupils.filter(({ upn }) => checkUpn(upn).form === 'temporary').length;
      expect(temporary).toBeGreaterThanOrEqual(2);
      expect(temporary).toBeLessThanOrEqual(6);
    }
  });

  it('are of the age of their year group, and on roll after they are born and before they leave', () => {
    for (const one of areas) {
      const current = one.schoolYears.at(-1) ?? 0;
      for (const { pupils } of recordsOf(one)) {
        for (const { dob, ncYear, entryDate, leavingDate } of pupils) {
          expect(isIsoDate(dob) && isIsoDate(entryDate)).toBe(true);
          expect(leavingDate === null || (entryDate < leavingDate && leavingDate < one.today)).toBe(true);
          if (leavingDate !== null) continue;
          const turns = current - (ncYear === 'R' ? 0 : Number(ncYear));
          expect(dob >= `${String(turns - 5)}-09-01` && dob <= `${String(turns - 4)}-08-31`).toBe(true);
        }
      }
    }
  });

  it('have names the census can hold, with the most awkward ones among them', () => {
    for (const { surname, forename } of everySchool.flatMap(({ pupils }) => pupils)) {
      expect([...surname].length).toBeLessThanOrEqual(35);
      expect([...forename].length).toBeLessThanOrEqual(35);
    }
    const surnames = area.homeSchool.pupils.map(({ surname }) => surname);
    for (const surname of ['O', "O'Shaughnessy", 'Adébáyọ̀-Wellington', 'Fernández de la Cruz', 'Nguyễn'])
      expect(surnames).toContain(surname);
  });

  it('are in care for about one in a hundred', () => {
    const share =
      area.homeSchool.pupils.filter(({ inCare }) => inCare).length / area.homeSchool.pupils.length;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.025);
  });
});

describe('every exclusion', () => {
  it('is counted as the app counts it on the school’s own calendar', () => {
    for (const { calendar, exclusions } of everySchool) {
      const index = indexCalendar(calendar);
      for (const { kind, start, halfDays, sessions } of exclusions) {
        if (kind === 'permanent') {
          expect([halfDays, sessions]).toEqual([null, []]);
          expect(index.isSchoolSession(start.date, start.slot)).toBe(true);
        } else if (kind === 'lunchtime') {
          const counted = countLunchtimes(index, start.date, halfDays ?? 0);
          expect(counted.ok && counted.value.dates.map((date) => ({ date, slot: 'lunch' }))).toEqual(
            sessions,
          );
        } else {
          const counted = countFromStart(index, start, halfDays ?? 0);
          expect(counted.ok && counted.value.sessions).toEqual(sessions);
        }
      }
    }
  });

  it('belongs to a pupil who was at the school', () => {
    for (const { exclusions, pupils } of everySchool) {
      for (const { pupil, start } of exclusions) {
        const found = pupils[pupil];
        if (found === undefined) throw new Error('An exclusion has no pupil.');
        expect(start.date >= found.entryDate).toBe(true);
        expect(found.leavingDate === null || start.date <= found.leavingDate).toBe(true);
      }
    }
  });

  it('has one to three different reasons of the set in force, an account, and a decider', () => {
    for (const { exclusions } of everySchool) {
      for (const { reasons, start, incident, decidedBy } of exclusions) {
        const inForce = new Set(reasonsOn(start.date).map(({ code }) => code));
        expect(reasons.length).toBeGreaterThanOrEqual(1);
        expect(reasons.length).toBeLessThanOrEqual(3);
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(reasons.filter((code) => !inForce.has(code))).toEqual([]);
        expect(incident.account.length).toBeGreaterThan(20);
        expect(incident.at ?? '09:00').toMatch(/^(08|09|1[0-5]):[0-5]\d$/);
        expect(decidedBy).toMatch(/^(Mr|Mrs|Ms|Dr) /);
      }
    }
  });

  it('is known by today: the incident and the record are not later, and not after the start', () => {
    areas.forEach((one) => {
      for (const { exclusions } of recordsOf(one)) {
        for (const { incident, recordedOn, start } of exclusions) {
          expect(incident.on <= one.today && recordedOn <= one.today).toBe(true);
          expect(incident.on <= start.date && recordedOn >= incident.on).toBe(true);
        }
      }
    });
  });

  it('overlaps no other of the same pupil, and none follows a permanent one', () => {
    forEachPupil((own) => {
      const taken = own.flatMap(({ sessions }) => sessions.map(({ date, slot }) => `${date} ${slot}`));
      expect(new Set(taken).size).toBe(taken.length);
      const permanent = own.filter(({ kind }) => kind === 'permanent');
      expect(permanent.length).toBeLessThanOrEqual(1);
      const [last] = permanent;
      if (last === undefined) return;
      for (const { kind, sessions } of own)
        if (kind !== 'permanent') expect((sessions.at(-1)?.date ?? '') < last.start.date).toBe(true);
    });
  });

  it('leaves the pupil within 45 days in each school year', () => {
    forEachPupil((own) => {
      const byYear = new Map<number, number>();
      for (const { date } of own.flatMap(({ sessions }) => sessions))
        byYear.set(schoolYearOf(date), (byYear.get(schoolYearOf(date)) ?? 0) + 1);
      for (const halfDays of byYear.values()) expect(halfDays).toBeLessThanOrEqual(90);
    });
  });

  it('falls in the three school years, and has begun unless it is one of the home school’s for tomorrow', () => {
    for (const one of areas) {
      const [first = 0] = one.schoolYears;
      for (const { exclusions } of one.otherSchools)
        for (const { start } of exclusions)
          expect(start.date >= `${String(first)}-08-01` && start.date <= one.today).toBe(true);
    }
  });
});
