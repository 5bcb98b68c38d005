import type { TableRights } from './conditions.ts';
import { areaRights } from './area-rights.ts';
import { caseRights } from './case-rights.ts';
import { peopleRights } from './people-rights.ts';
import { placeRights } from './place-rights.ts';
import { schoolRights } from './school-rights.ts';

/**
 * Who may do what with which rows of a shared database, for every table: what `applyRights` makes policies and grants
 * of. It says in SQL what `shared/permissions/roles.ts` and the operations say in the app, so that a person with a login
 * and a SQL prompt sees and does no more than in the app. A table that is missing here nobody but the owner may touch.
 */
export const rights: Readonly<Record<string, TableRights>> = {
  ...schoolRights,
  ...caseRights,
  ...placeRights,
  ...areaRights,
  ...peopleRights,
};
