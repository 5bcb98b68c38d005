import type { Permission } from '#shared/permissions/roles.ts';

/** A condition of SQL over the columns of one table's row, worked out for whoever has signed in. */
export type Condition = string;

/** What people who work in a shared database may do with which rows of a table; what is missing nobody may. */
export interface TableRights {
  readonly see?: Condition;
  readonly add?: Condition;
  readonly change?: Condition;
  readonly remove?: Condition;
}

type Any = readonly [Permission, ...Permission[]];

const list = (permissions: Any): string => permissions.map((one) => `'${one}'`).join(', ');

/** A role of today has one of these. In a sub-select, so that it is worked out once a statement and not once a row. */
export const may = (...any: Any): Condition => `(SELECT rights.may(${list(any)}))`;

/** The row is of the person's own school, by `column`. */
export const ofSchoolBy = (column: string, ...any: Any): Condition =>
  `${column} = (SELECT rights.school_for(${list(any)}))`;

export const ofSchool = (...any: Any): Condition => ofSchoolBy('school_id', ...any);

/** The row belongs to a row of `parent` that the person sees: its policies are asked, not repeated. */
const through =
  (parent: string, column: string) =>
  (...any: Any): Condition =>
    `${may(...any)} AND EXISTS (SELECT 1 FROM public.${parent} parent WHERE parent.id = ${column})`;

export const ofExclusion = through('exclusions', 'exclusion_id');
export const ofPupil = through('pupils', 'pupil_id');
export const ofStay = through('placements', 'placement_id');
export const ofEntry = through('at_risk_entries', 'entry_id');
export const ofPlan = through('support_plans', 'plan_id');
export const ofPanel = through('panels', 'panel_id');
export const ofSeenProvider = through('providers', 'provider_id');

/** The row belongs to a provider of the person's own school. */
export const ofOwnProvider = (...any: Any): Condition =>
  `EXISTS (SELECT 1 FROM public.providers parent WHERE parent.id = provider_id AND parent.school_id = (SELECT rights.school_for(${list(any)})))`;

/** The row is what the area keeps of all schools, and the person works for the area. */
export const ofArea = (...any: Any): Condition => `(SELECT rights.area_for(${list(any)}))`;

/** The row is of the person's workspace, by the number that the database itself put there. */
export const ofWorkspace = (...any: Any): Condition =>
  `workspace_id = (SELECT rights.workspace_for(${list(any)}))`;

/** The place is at a provider whose staff, or whose school's office, the person is. */
export const atOwnProvider: Condition = `provider_id = ANY ((SELECT rights.places_at())::text[])`;

/** Anybody who may sign in here, also before they have chosen a password of their own. */
export const anybody: Condition = '(SELECT rights.who()) IS NOT NULL';

export const mine = (column: string): Condition => `${column} = (SELECT rights.my_name())`;

export const either = (...conditions: readonly Condition[]): Condition =>
  conditions.map((one) => `(${one})`).join(' OR ');

export const both = (...conditions: readonly Condition[]): Condition =>
  conditions.map((one) => `(${one})`).join(' AND ');

/** The same for adding, changing and removing. */
export const writes = (condition: Condition): Required<Pick<TableRights, 'add' | 'change' | 'remove'>> => ({
  add: condition,
  change: condition,
  remove: condition,
});
