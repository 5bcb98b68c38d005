import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { AREA_LA } from './area-schools.ts';
import type { UpnIssuer } from './make-upn.ts';
import { NAME_STOCKS } from './people-names.ts';
import type { Random } from './random.ts';
import type { AreaPupil } from './types.ts';

/** A pupil in the making, with what the drawing of exclusions needs. */
export interface Person {
  pupil: AreaPupil;
  /** The school year in which the pupil was, or would have been, in reception: year group = school year - cohort. */
  readonly cohort: SchoolYear;
  /** How likely the pupil is to be drawn, against others. */
  readonly propensity: number;
  /** Exclusions are only drawn between these days, both included. */
  from: IsoDate;
  to: IsoDate;
}

export interface PersonWishes {
  readonly cohort: SchoolYear;
  readonly entryDate: IsoDate;
  readonly leavingDate?: IsoDate;
  readonly ncYear: string;
  readonly form: string | null;
  readonly name?: {
    readonly forename: string;
    readonly surname: string;
    readonly sex: 'F' | 'M';
    readonly ethnicity: string;
  };
  /** Share of boys; 0.5 on a roll, more among excluded pupils. */
  readonly boys: number;
  /** Shares of SEN support and of plans. */
  readonly support: number;
  readonly plans: number;
  readonly temporaryUpn?: boolean;
}

/** Year group of a cohort in a school year: 0 is reception. */
export const yearGroupOf = (cohort: SchoolYear, schoolYear: SchoolYear): number => schoolYear - cohort;

export const ncYearOf = (yearGroup: number): string => (yearGroup === 0 ? 'R' : String(yearGroup));

const IN_CARE = 0.01;
const FAR_PAST = '0001-01-01';
const FAR_FUTURE = '9999-12-31';

/** Invents one pupil; everything that must agree (birth, year group, UPN's year) follows from the cohort. */
export function makePerson(
  random: Random,
  upns: UpnIssuer,
  issuingSchools: readonly string[],
  wishes: PersonWishes,
): Person {
  const { cohort, entryDate } = wishes;
  const stock = random.weighted(NAME_STOCKS.map((one) => [one, one.weight] as const));
  const sex = wishes.name?.sex ?? (random.chance(wishes.boys) ? 'M' : 'F');
  const forenames = sex === 'M' ? stock.boys : stock.girls;
  const name = wishes.name ?? { forename: random.pick(forenames), surname: random.pick(stock.surnames) };
  const middle = random.pick(forenames);
  const hasMiddle = random.chance(0.55) && middle !== name.forename;
  const sen = random.next();
  const senProvision = sen < wishes.plans ? 'E' : sen < wishes.plans + wishes.support ? 'K' : 'N';
  const inCare = random.chance(IN_CARE);
  const issuer = random.pick(issuingSchools);
  const temporary = upnOf(random, upns, issuer, cohort, wishes);
  const leavingDate = wishes.leavingDate ?? null;
  const pupil: AreaPupil = {
    ...temporary,
    surname: name.surname,
    forename: name.forename,
    middleNames: hasMiddle ? middle : null,
    preferredSurname: random.chance(0.01) ? random.pick(stock.surnames) : null,
    sex,
    // Birthdays from 1 September of the year five before reception to 31 August of the next.
    dob: addDays(`${String(cohort - 5)}-09-01`, random.int(0, 364)),
    ncYear: wishes.ncYear,
    form: wishes.form,
    enrolStatus: random.chance(0.004) ? 'M' : 'C',
    entryDate,
    leavingDate,
    senProvision,
    inCare,
    careAuthority: inCare ? AREA_LA.code : null,
    ethnicity: wishes.name?.ethnicity ?? stock.ethnicity,
    // By the serial and not by lot: another lot would invent another area.
    fsm: Number(temporary.upn.slice(-3, -1)) % 4 === 0,
  };
  return {
    pupil,
    cohort,
    propensity: propensityOf(random, pupil),
    from: FAR_PAST,
    to: leavingDate ?? FAR_FUTURE,
  };
}

function upnOf(
  random: Random,
  upns: UpnIssuer,
  issuer: string,
  cohort: SchoolYear,
  wishes: PersonWishes,
): Pick<AreaPupil, 'upn' | 'formerUpn'> {
  if (wishes.temporaryUpn === true) return { upn: upns.issueTemporary(issuer, cohort), formerUpn: null };
  const formerUpn = random.chance(0.004) ? upns.issueTemporary(issuer, cohort) : null;
  return { upn: upns.issue(issuer, cohort), formerUpn };
}

/** Boys, pupils with special needs and pupils in care are excluded more often; a few pupils far more than others. */
function propensityOf(random: Random, pupil: AreaPupil): number {
  const spread = Math.exp(2.2 * (random.next() - 0.5));
  const sex = pupil.sex === 'M' ? 2.2 : 1;
  const sen = { N: 1, K: 3, E: 3.5 }[pupil.senProvision];
  return spread * sex * sen * (pupil.inCare ? 4 : 1);
}
