import type { ProviderKind } from './types.ts';

/** What is true of every provider of a kind. */
export interface KindFacts {
  /**
   * Whether a place there is education from day one by itself. Work at home is only where a member of staff visits:
   * work that is sent home and collected is not day-one provision.
   */
  readonly countsAs: 'supervised' | 'supervised-when-visited';
  /** Learning support units are for long-term prevention; using one for first days is against guidance. */
  readonly againstGuidance: boolean;
  /** Sessions are lent and borrowed in turn, and the balance is kept. */
  readonly reciprocal: boolean;
  /** The pupil stays on the site, and under the staff, of the own school. */
  readonly onSite: boolean;
}

const USUAL: KindFacts = {
  countsAs: 'supervised',
  againstGuidance: false,
  reciprocal: false,
  onSite: false,
};

/** The kinds with what sets each apart; source: the arrangements in the national evaluation of day-one provision. */
export const KIND_FACTS: Readonly<Record<ProviderKind, KindFacts>> = {
  'internal-unit': { ...USUAL, onSite: true },
  'partner-school': { ...USUAL, reciprocal: true },
  'exchange-pair': { ...USUAL, reciprocal: true },
  'la-centre': USUAL,
  pru: USUAL,
  agency: USUAL,
  'flexible-day': { ...USUAL, onSite: true },
  'split-day': { ...USUAL, onSite: true },
  'primary-rota': USUAL,
  'joint-primary-centre': USUAL,
  tuition: USUAL,
  'home-study': { ...USUAL, countsAs: 'supervised-when-visited' },
  'learning-support-unit': { ...USUAL, againstGuidance: true, onSite: true },
};
