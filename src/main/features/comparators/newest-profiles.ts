import type { ProfileRow } from '../../storage/repositories/authority-schools.ts';

/** The newest profile of each school. */
export function newestProfiles(profiles: readonly ProfileRow[]): ReadonlyMap<string, ProfileRow> {
  const newest = new Map<string, ProfileRow>();
  for (const one of profiles) {
    const before = newest.get(one.laEstab);
    if (!before || before.schoolYear < one.schoolYear) newest.set(one.laEstab, one);
  }
  return newest;
}
