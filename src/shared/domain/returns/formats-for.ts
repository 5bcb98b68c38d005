import type { ReturnFormat, ReturnPeriod } from './types.ts';
import { RETURN_FORMATS } from './types.ts';

/** One format and, where it cannot hold the period, the sentence that says why. */
export interface FormatChoice {
  readonly format: ReturnFormat;
  readonly reason?: string;
}

const CENSUS_ONLY =
  'A census file says which census it is for and not its dates, so it can hold only a census or the yearly return. Choose another format.';

/** Every format a return may travel in, in the order in which they are offered, with why not for those that do not fit. */
export function formatsFor({ kind }: ReturnPeriod): readonly FormatChoice[] {
  const inCensus = kind === 'census' || kind === 'annual';
  return RETURN_FORMATS.map((format) =>
    format === 'census-xml' && !inCensus ? { format, reason: CENSUS_ONLY } : { format },
  );
}
