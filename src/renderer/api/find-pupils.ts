import { fetchOperation } from './client.ts';

/** Pupils of the roll for a field in which one is chosen. */
export async function findPupils(
  text: string,
): Promise<readonly { readonly pupilId: string; readonly name: string; readonly detail: string }[]> {
  const { rows } = await fetchOperation('pupils.list', { text, limit: 10, withYears: false });
  return rows.map(({ id, forename, surname, form, upn }) => ({
    pupilId: id,
    name: `${forename} ${surname}`,
    detail: [form, upn].filter(Boolean).join(' · '),
  }));
}
