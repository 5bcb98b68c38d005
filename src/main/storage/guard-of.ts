/** Names of the database's own guards: triggers and unique indexes a handler turns into a sentence. */
export type Guard =
  | 'place-full'
  | 'share-full'
  | 'week-full'
  | 'kept-apart'
  | 'provider-closed'
  | 'pupil-placed-twice'
  | 'pupil-excluded-twice';

const GUARDS: readonly (readonly [pattern: RegExp, guard: Guard])[] = [
  [/place-full/, 'place-full'],
  [/share-full/, 'share-full'],
  [/week-full/, 'week-full'],
  [/kept-apart/, 'kept-apart'],
  [/provider-closed/, 'provider-closed'],
  [/places\.pupil_id|places_pupil_once/, 'pupil-placed-twice'],
  [
    /exclusion_half_days\.pupil_id|exclusion_half_days_once|exclusion_half_days_pupil_id/,
    'pupil-excluded-twice',
  ],
];

/** Which guard of the database refused this write, or undefined when the error is something else. */
export function guardOf(error: unknown): Guard | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const message = cause.message;
    if (/constraint|place-full|share-full|week-full|kept-apart|provider-closed/i.test(message)) {
      const found = GUARDS.find(([pattern]) => pattern.test(message));
      if (found) return found[1];
    }
  }
  return undefined;
}
