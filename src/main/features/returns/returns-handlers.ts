import type { returnsContract } from '#shared/contract/returns.ts';
import type { Handlers } from '../context.ts';
import { checkOne } from './check-one.ts';
import { checkReturn } from './check-return.ts';
import { explainQuery } from './explain-query.ts';
import { exportReturn } from './export-return.ts';
import { includeLunchtimes } from './include-lunchtimes.ts';
import { listPeriods } from './periods.ts';
import { returnDifferences, returnHistory } from './receipts.ts';

export const returnsHandlers: Pick<Handlers, keyof typeof returnsContract> = {
  'returns.periods': listPeriods,
  'returns.check': checkReturn,
  'returns.record': checkOne,
  'returns.explain': explainQuery,
  'returns.include-lunchtimes': includeLunchtimes,
  'returns.export': exportReturn,
  'returns.history': returnHistory,
  'returns.differences': returnDifferences,
};
