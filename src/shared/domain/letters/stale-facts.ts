/** One watched fact that an issued letter gives otherwise than the record does now; `now` is empty when it is gone. */
export interface StaleFact {
  readonly key: string;
  readonly was: string;
  readonly now: string;
}

/** What of an issued letter no longer holds: its watched facts against the record's, both by gap key. */
export function staleFacts(
  issued: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly StaleFact[] {
  return Object.entries(issued)
    .filter(([key, was]) => (now[key] ?? '') !== was)
    .map(([key, was]) => ({ key, was, now: now[key] ?? '' }));
}
