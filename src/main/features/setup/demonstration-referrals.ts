import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { Agency } from '../../storage/repositories/agencies.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import type { ReferralRow } from '../../storage/repositories/referrals.ts';
import type { Db } from '../../storage/store.ts';

const BY = 'Demonstration';

type Invented = Pick<Agency, 'name' | 'helpsWith' | 'contact' | 'phone' | 'needsParents' | 'team'>;

/** Whom the invented school turns to; the numbers are from the range that is given to nobody. */
const AGENCIES: readonly Invented[] = [
  {
    name: 'Behaviour and Education Support Team',
    helpsWith: 'Anything that needs more than one agency; meets every other Tuesday',
    contact: 'Mrs D. Farrow',
    phone: '01632 960201',
    needsParents: true,
    team: true,
  },
  {
    name: 'Young People’s Counselling',
    helpsWith: 'Anger, loss, worries; six talks to begin with',
    contact: 'Mr T. Obi',
    phone: '01632 960202',
    needsParents: true,
    team: false,
  },
  {
    name: 'Education Welfare Service',
    helpsWith: 'Attendance, and families that are hard to reach',
    contact: 'Ms R. Lund',
    phone: '01632 960203',
    needsParents: false,
    team: false,
  },
  {
    name: 'Harbour Mentors',
    helpsWith: 'An adult outside the school, an hour a week',
    contact: null,
    phone: '01632 960204',
    needsParents: true,
    team: false,
  },
];

/** The directory of agencies with referrals of some pupils: one accepted, one waiting, one that came back. */
export async function addDemonstrationReferrals(db: Db, schoolId: string, today: IsoDate): Promise<void> {
  const agencies = AGENCIES.map((agency, at) => ({
    ...agency,
    id: `demo-agency-${String(at + 1)}`,
    schoolId,
    nameKey: agency.name.toLowerCase(),
    howToRefer: agency.team ? 'On its form, by the Friday before it meets.' : 'By telephone, then by letter.',
    version: 1,
  }));
  await insertAll(db, db.tables.agencies, agencies);
  const entries = await readRegister(db, schoolId, { state: 'open' });
  const referrals = entries
    .filter((_, at) => at % 4 === 1)
    .slice(0, 8)
    .map((entry, at): ReferralRow => {
      const earliest = addDays(today, -35 + at);
      const madeOn = weekday(entry.since > earliest ? entry.since : earliest, today);
      const agency = agencies[at % agencies.length];
      const state = at % 4 === 0 ? 'returned' : at % 4 === 3 ? 'sent' : 'accepted';
      return {
        id: `demo-referral-${String(at + 1)}`,
        pupilId: entry.pupilId,
        agencyId: agency?.id ?? '',
        madeOn,
        why: 'Excluded, and nothing that the school does alone has helped for long.',
        doneSoFar: 'Met the parents, a key worker since then, a report card for four weeks.',
        parents: 'agreed',
        parentsOn: madeOn,
        state,
        answeredOn: state === 'sent' ? null : weekday(addDays(madeOn, 6), today),
        answer:
          state === 'returned'
            ? 'Please let the key worker have a full half term first, and say what came of it.'
            : state === 'accepted'
              ? 'Begins next week, first meeting with the parents.'
              : null,
        allocatedTo: state === 'accepted' ? (agency?.contact ?? 'Named at the first meeting') : null,
        againOf: null,
        madeBy: BY,
        version: 1,
      };
    });
  await insertAll(db, db.tables.referrals, referrals);
}

/** The day, or the Friday before a weekend; never after today. */
function weekday(day: IsoDate, today: IsoDate): IsoDate {
  const capped = day > today ? today : day;
  return addDays(capped, Math.min(0, 5 - weekdayOf(capped)));
}
