import type { Handlers } from '../context.ts';
import { listContacts } from './list-contacts.ts';
import { removeContact, saveContact } from './save-contact.ts';

export const contactsHandlers = {
  'contacts.list': listContacts,
  'contacts.save': saveContact,
  'contacts.remove': removeContact,
} satisfies Partial<Handlers>;
