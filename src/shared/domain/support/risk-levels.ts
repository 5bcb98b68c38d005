import type { LevelScheme, RiskLevel } from './types.ts';

const LEVELS: Readonly<Record<LevelScheme, readonly RiskLevel[]>> = {
  none: [],
  'high-medium-low': ['high', 'medium', 'low'],
  tiers: ['tier-1', 'tier-2', 'tier-3'],
};

/** The levels of a scheme, in the order in which they are listed. */
export const levelsOf = (scheme: LevelScheme): readonly RiskLevel[] => LEVELS[scheme];
