import { useState } from 'react';
import { relationWords } from '#shared/text/contact-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, DeleteIcon, EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ContactForm } from './contact-form.tsx';
import type { Contact } from './pupil-found.ts';
import styles from './pupil.module.css';

/** Whom to tell about an exclusion: each entry is a duty to tell, and an address for the letters. */
export function ContactsPanel({ pupilId }: { readonly pupilId: string }) {
  const list = useOperation('contacts.list', { pupilId });
  const mayEdit = useMay('pupils.edit');
  const [editing, setEditing] = useState<Contact | 'new'>();
  return (
    <Panel
      title="Whom to tell"
      context={
        <ScreenOnly>Each has to be told of an exclusion; the letters go to the first parent.</ScreenOnly>
      }
      actions={
        mayEdit && editing === undefined ? (
          <Button size="small" icon={AddIcon} onClick={() => setEditing('new')}>
            Add
          </Button>
        ) : undefined
      }
    >
      <Loaded query={list} what="whom to tell">
        {({ contacts }) =>
          editing === undefined ? (
            <ContactList pupilId={pupilId} contacts={contacts} mayEdit={mayEdit} onEdit={setEditing} />
          ) : (
            <ContactForm
              key={editing === 'new' ? 'new' : editing.id}
              pupilId={pupilId}
              contact={editing === 'new' ? undefined : editing}
              contacts={contacts}
              onDone={() => setEditing(undefined)}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

interface ContactListProps {
  readonly pupilId: string;
  readonly contacts: readonly Contact[];
  readonly mayEdit: boolean;
  readonly onEdit: (contact: Contact) => void;
}

function ContactList({ pupilId, contacts, mayEdit, onEdit }: ContactListProps) {
  const remove = useCommand('contacts.remove');
  const save = useCommand('contacts.save');
  const shownName = usePersonName();
  const takeOut = (contact: Contact) => {
    const { id, version: _version, ...again } = contact;
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          notify({
            title: 'Removed from whom to tell',
            text: relationWords(contact.relation),
            action: { label: 'Undo', onSelect: () => save.mutate({ pupilId, ...again }) },
          }),
      },
    );
  };
  const failed = remove.error ?? save.error;
  return (
    <>
      {failed ? <ErrorCallout title="Not changed" error={failed.error} /> : null}
      {contacts.some(({ relation }) => relation === 'parent') ? null : (
        <Text muted>No parent or carer is entered: the letters have a gap where their name belongs.</Text>
      )}
      <ul className={styles.contacts}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <div>
              <div className={styles.line}>{relationWords(contact.relation)}</div>
              <div className={styles.title}>
                <PersonName name={contact.name} />
              </div>
              {[contact.phone, contact.email].filter(Boolean).map((text) => (
                <div key={text}>
                  <PersonName name={text} />
                </div>
              ))}
              {contact.address === '' ? (
                contact.relation === 'parent' ? (
                  <div className={styles.line}>No address entered</div>
                ) : null
              ) : (
                <div className={styles.address}>
                  <PersonName name={contact.address} />
                </div>
              )}
            </div>
            {mayEdit ? (
              <ScreenOnly>
                <span className={styles.edit}>
                  <IconButton
                    size="small"
                    icon={EditIcon}
                    label={`Change ${shownName(contact.name)}`}
                    onClick={() => onEdit(contact)}
                  />
                  <IconButton
                    size="small"
                    icon={DeleteIcon}
                    label={`Remove ${shownName(contact.name)}`}
                    onClick={() => takeOut(contact)}
                  />
                </span>
              </ScreenOnly>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
