/** Read from the range of the establishment number, so a guess: the list itself carries no phase. */
export type PhaseGuess = 'nursery' | 'primary' | 'secondary' | 'special' | 'pru' | 'all-through' | 'unknown';

/** One school of the national list. */
export interface NationalSchool {
  /** Seven digits: LA code and establishment number, e.g. `2021048`. Unique in the list. */
  readonly laEstab: string;
  readonly la: string;
  /** Empty when the list of authorities does not know the code. */
  readonly laName: string;
  readonly estab: string;
  /** Six digits; null where the source has none. Not unique: a renumbered school keeps its URN. */
  readonly urn: string | null;
  readonly name: string;
  readonly phaseGuess: PhaseGuess;
  /** First year of the last school year the school was seen in, e.g. 2017 for 2017/18. */
  readonly lastSeen: number;
}

export interface LocalAuthority {
  readonly code: string;
  readonly name: string;
}

/** Rows of the shipped file that could not be used as they were. */
export interface ListFaults {
  /** Lines with a malformed number or no name: left out. */
  readonly leftOut: number;
  /** Schools kept although they have no URN. */
  readonly withoutUrn: number;
}

/** A school with its folded search text, as `searchSchools` scans it. */
export interface IndexedSchool {
  readonly school: NationalSchool;
  /** The folded name, a space before every word. */
  readonly foldedName: string;
  /** Folded name, its synonyms, the authority's name and the numbers, a space before every word. */
  readonly haystack: string;
  /** 0 secondary or all-through, 1 primary, 2 special or PRU, 3 nursery or unknown; +4 when not seen in the newest year. */
  readonly rank: number;
}

/** The list, read from disk on first use and kept. */
export interface NationalSchools {
  /** Every school, by `laEstab`. */
  all(): readonly NationalSchool[];
  byLaEstab(laEstab: string): NationalSchool | undefined;
  authorities(): readonly LocalAuthority[];
  faults(): ListFaults;
  index(): readonly IndexedSchool[];
}
