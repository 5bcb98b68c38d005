import type { ContactRelation } from '#shared/domain/pupils/contact.ts';
import { refuse } from '#shared/kernel/result.ts';
import { relationWords } from '#shared/text/contact-words.ts';
import {
  deleteContact,
  readContact,
  readContacts,
  writeContact,
  type ContactRecord,
} from '../../storage/repositories/contacts.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';
import { toContact } from './list-contacts.ts';

/** More people than an office can be expected to tell; the form offers as many places in the order. */
const MOST_CONTACTS = 9;

/** A pupil has one of each of these at a time: there is one duty to tell them. */
const ONE_EACH: ReadonlySet<ContactRelation> = new Set([
  'social-worker',
  'virtual-school-head',
  'home-authority',
]);

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Adds or changes somebody to tell about a pupil. */
export const saveContact: Handler<'contacts.save'> = (context, input) =>
  context.change<Saved>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { pupilId } = input;
    const { newId } = context;
    if ((await findPupil(db, home.value.school.id, pupilId)) === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Nothing was saved.');
    }
    const contacts = await readContacts(db, pupilId);
    const before = contacts.find(({ id }) => id === input.id);
    if (input.id !== undefined && before === undefined) {
      return refuse('not-found', 'This contact is not in the list any more. Nothing was saved.');
    }
    if (before !== undefined && input.version !== before.version) {
      return refuse(
        'conflict',
        'Somebody else changed this contact while you were working on it. Nothing was saved; look at the change, then make yours.',
      );
    }
    const others = contacts.filter(({ id }) => id !== input.id);
    if (others.length >= MOST_CONTACTS) {
      return refuse(
        'refused',
        `Nothing was saved: a pupil has at most ${String(MOST_CONTACTS)} contacts. Remove one that is not needed first.`,
      );
    }
    const twin = others.find(({ relation }) => relation === input.relation);
    if (twin !== undefined && ONE_EACH.has(input.relation)) {
      const message = `${relationWords(input.relation)} is entered already: ${twin.name}. Change that entry instead.`;
      return refuse('refused', `Nothing was saved. ${message}`, { fields: [{ path: 'relation', message }] });
    }
    const { relation, name, address, phone, email, position } = input;
    const after: ContactRecord = {
      id: before?.id ?? newId(),
      pupilId,
      relation,
      name,
      address: address || null,
      phone: phone || null,
      email: email || null,
      position,
      version: (before?.version ?? 0) + 1,
    };
    await writeContact(db, after);
    await syncDutiesOfPupils(db, context, [pupilId], 'the pupil’s contacts were changed');
    return {
      ok: true,
      value: {
        value: { id: after.id, version: after.version },
        audit: {
          subjectType: 'pupil',
          subjectId: pupilId,
          detail: { ...(before === undefined ? {} : { before: toContact(before) }), after: toContact(after) },
        },
      },
    };
  });

/** Removes somebody from those to tell about a pupil. */
export const removeContact: Handler<'contacts.remove'> = (context, { id }) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const before = await readContact(db, home.value.school.id, id);
    if (before === undefined) {
      return refuse('not-found', 'This contact is not in the list any more. Nothing was changed.');
    }
    await deleteContact(db, id);
    await syncDutiesOfPupils(db, context, [before.pupilId], 'the pupil’s contacts were changed');
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'pupil', subjectId: before.pupilId, detail: { before: toContact(before) } },
      },
    };
  });
