import type { OperationInput } from '#shared/contract/contract.ts';
import { relationWords } from '#shared/text/contact-words.ts';
import type { Contact } from './pupil-found.ts';

/** What the form of a contact holds. */
export type ContactDraft = Pick<Contact, 'relation' | 'name' | 'address' | 'phone' | 'email'> & {
  readonly position: number | null;
};

export type ContactField = keyof ContactDraft;

const LABELS: Readonly<Record<ContactField, string>> = {
  relation: 'Who it is',
  name: 'Name',
  address: 'Address',
  phone: 'Telephone',
  email: 'E-mail',
  position: 'Order',
};

export const CONTACT_FIELDS: readonly ContactField[] = [
  'relation',
  'name',
  'address',
  'phone',
  'email',
  'position',
];

export const contactLabel = (field: ContactField): string => LABELS[field];

/** The form of a stored contact, or of a new one in this place of the order. */
export const contactDraft = (contact: Contact | undefined, position: number | null): ContactDraft => ({
  relation: contact?.relation ?? 'parent',
  name: contact?.name ?? '',
  address: contact?.address ?? '',
  phone: contact?.phone ?? '',
  email: contact?.email ?? '',
  position: contact?.position ?? position,
});

/** What a field says; empty where nothing was entered. */
export function contactText(field: ContactField, draft: ContactDraft): string {
  if (field === 'relation') return relationWords(draft.relation);
  return draft[field] === null ? '' : String(draft[field]);
}

/** What the form sends, once it has a place in the order. */
export const contactInput = (
  pupilId: string,
  draft: ContactDraft & { readonly position: number },
  base: Pick<Contact, 'id' | 'version'> | undefined,
): OperationInput<'contacts.save'> => ({
  ...(base === undefined ? {} : { id: base.id, version: base.version }),
  pupilId,
  ...draft,
});
