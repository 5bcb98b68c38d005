import type { CensusTerm, ReturnDocument } from './return-document.ts';

const NAMES: Readonly<Record<CensusTerm, string>> = { AUT: 'Autumn', SPR: 'Spring', SUM: 'Summer' };

/** "Spring census 2026". */
export const periodName = ({ term, year }: Pick<ReturnDocument, 'term' | 'year'>): string =>
  `${NAMES[term]} census ${year}`;
