import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import type { RiskProcedure, SupportPeriod } from './types.ts';

/** A period of support that begins on a day and is as long as the procedure says. */
export const supportPeriod = (
  from: IsoDate,
  { periodWeeks }: Pick<RiskProcedure, 'periodWeeks'>,
  reassigned: Pick<SupportPeriod, 'by' | 'why'> = {},
): SupportPeriod => ({ from, reviewOn: addDays(from, periodWeeks * 7), ...reassigned });
