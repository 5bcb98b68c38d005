import type { ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { Period } from './types.ts';

/** A period of the contract as the rules read it: absent parts are not there. */
export const ruled = ({ kind, from, to, term, year }: Period): ReturnPeriod => ({
  kind,
  from,
  to,
  ...(term === undefined ? {} : { term }),
  ...(year === undefined ? {} : { year }),
});
