import type { Handlers } from '../context.ts';
import { exportFigures } from './export-figures.ts';
import { readBalance } from './read-balance.ts';
import { readFigures } from './read-figures.ts';
import { readStatement } from './read-statement.ts';

export const useHandlers = {
  'use.figures': readFigures,
  'use.balance': readBalance,
  'use.statement': readStatement,
  'use.export': exportFigures,
} satisfies Partial<Handlers>;
