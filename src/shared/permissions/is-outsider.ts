import type { WorkingRole } from './roles.ts';

/** What ties somebody who is not of the school's office to a pupil. */
export interface Ties {
  /** The pupil has, or had, a stay with a provider that the person works for. */
  readonly stay: boolean;
  /** A case of the pupil has something that the governors, or a review panel, do or are told. */
  readonly governors: boolean;
}

/**
 * Whether somebody who looks at a pupil's record is outside the case, so that the audit trail notes it. Inside are who
 * records and who decides, provider staff for pupils who come to them, and the governors' clerk for pupils whose case
 * the governors see. Our own rule: the law asks that access can be accounted for, not how.
 */
export function isOutsider(role: WorkingRole, ties: Ties): boolean {
  switch (role) {
    case 'recorder':
    case 'decider':
      return false;
    case 'provider-staff':
      return !ties.stay;
    case 'governor-clerk':
      return !ties.governors;
    case 'authority':
    case 'administrator':
    case 'none':
      return true;
  }
}

/** Roles for whom the ties are looked up; of the others the role alone says it. */
export const asksTies = (role: WorkingRole): boolean =>
  role === 'provider-staff' || role === 'governor-clerk';
