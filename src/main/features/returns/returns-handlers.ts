import type { Handlers } from '../context.ts';
import { checkReturn } from './check-return.ts';
import { exportReturn } from './export-return.ts';
import { includeLunchtimes } from './include-lunchtimes.ts';
import { listPeriods } from './periods.ts';
import { returnHistory } from './receipts.ts';

/** Those of this feature: comparing with an extract lies with the authority's comparison. */
type ReturnsOperations = Exclude<
  Extract<keyof Handlers, `returns.${string}`>,
  'returns.compare-extract' | 'returns.export-extract'
>;

export const returnsHandlers: Pick<Handlers, ReturnsOperations> = {
  'returns.periods': listPeriods,
  'returns.check': checkReturn,
  'returns.include-lunchtimes': includeLunchtimes,
  'returns.export': exportReturn,
  'returns.history': returnHistory,
};
