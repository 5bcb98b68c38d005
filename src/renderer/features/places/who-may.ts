import { ROLES, mayDo, type Permission } from '#shared/permissions/roles.ts';
import { sayList } from '#shared/text/provider-words.ts';
import { ROLE_NAMES } from '#shared/text/role-words.ts';

/** "Head teacher or deputy and Administrator": the roles that may do something, for who may not. */
export const whoMay = (permission: Permission): string =>
  sayList(ROLES.filter((role) => mayDo(role, permission)).map((role) => ROLE_NAMES[role]));
