import type { DueItem } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { duePlans } from '../due-plans.ts';
import { dueReintegration } from '../due-reintegration.ts';
import { homeSchool } from '../home-school.ts';
import { dueRegister } from './due-register.ts';

/** Everything that has something due for a pupil; each gives its own items, under keys of its own. */
const SOURCES: readonly ((db: Db, schoolId: string, today: IsoDate) => Promise<readonly DueItem[]>)[] = [
  dueRegister,
  duePlans,
  dueReintegration,
];

/** What is due of the register, plans, referrals, panels and returns, each thing once, the longest due first. */
export const listDue: Handler<'support.due'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const items = new Map<string, DueItem>();
    for (const source of SOURCES) {
      for (const item of await source(db, home.value.school.id, clock.today())) items.set(item.key, item);
    }
    return {
      ok: true,
      value: {
        items: [...items.values()].toSorted((a, b) => {
          const [one, other] = [a, b].map(({ on, pupilName, key }) => `${on} ${pupilName} ${key}`);
          return (one ?? '') < (other ?? '') ? -1 : 1;
        }),
      },
    };
  });
