import type { OperationOutput } from '#shared/contract/contract.ts';
import type { NamedReferral } from '../storage/repositories/referrals.ts';
import { withoutNulls } from './without-nulls.ts';

export type ReferralView = OperationOutput<'referrals.list'>['referrals'][number];

/** Referrals as they are shown; all of the pupils concerned must be there to know which were made again. */
export function viewReferrals(rows: readonly NamedReferral[]): readonly ReferralView[] {
  const again = new Set(rows.map(({ againOf }) => againOf));
  return rows.map((row) => ({ ...withoutNulls(row), madeAgain: again.has(row.id) }));
}
