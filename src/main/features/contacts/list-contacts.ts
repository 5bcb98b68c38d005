import type { OperationOutput } from '#shared/contract/contract.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readContacts, type ContactRecord } from '../../storage/repositories/contacts.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

export type Contact = OperationOutput<'contacts.list'>['contacts'][number];

/** Whom to tell about a pupil: the parents in the order in which they are tried, then the others. */
export const listContacts: Handler<'contacts.list'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    if ((await findPupil(db, home.value.school.id, pupilId)) === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Go back to the list and choose again.');
    }
    const contacts = await readContacts(db, pupilId);
    const parentsFirst = contacts.toSorted(
      (a, b) => Number(b.relation === 'parent') - Number(a.relation === 'parent'),
    );
    return { ok: true, value: { contacts: parentsFirst.map(toContact) } };
  });

/** A contact as its form shows it: empty where nothing was entered. */
export const toContact = ({ pupilId: _pupilId, ...contact }: ContactRecord): Contact => ({
  ...contact,
  address: contact.address ?? '',
  phone: contact.phone ?? '',
  email: contact.email ?? '',
});
