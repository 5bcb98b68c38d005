import type pg from 'pg';

/**
 * Says, as the owner, that pupils of other schools are guests whom this school has on record: without it a pupil’s record
 * is kept by the pupil’s own school. For records that are moved in, where nobody has signed in.
 */
export async function keepGuests(
  client: pg.ClientBase,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<void> {
  await client.query('UPDATE pupils SET kept_by = $1 WHERE id = ANY ($2) AND school_id <> $1', [
    schoolId,
    [...pupilIds],
  ]);
}
