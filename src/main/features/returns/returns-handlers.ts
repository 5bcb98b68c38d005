import type { Handlers } from '../context.ts';
import { checkReturn } from './check-return.ts';
import { exportReturn } from './export-return.ts';
import { listPeriods } from './periods.ts';
import { returnHistory } from './receipts.ts';

type ReturnsOperations = 'returns.periods' | 'returns.check' | 'returns.export' | 'returns.history';

export const returnsHandlers: Pick<Handlers, ReturnsOperations> = {
  'returns.periods': listPeriods,
  'returns.check': checkReturn,
  'returns.export': exportReturn,
  'returns.history': returnHistory,
};
