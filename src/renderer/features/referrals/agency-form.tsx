import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import styles from '../../ui/support/support.module.css';
import { useTried } from '../../ui/support/use-tried.ts';
import type { Agency } from './types.ts';

interface AgencyFormProps {
  /** Missing: a new one. */
  readonly agency: Agency | undefined;
  readonly onClose: () => void;
}

/** What the directory says of an agency. */
export function AgencyForm({ agency, onClose }: AgencyFormProps) {
  const save = useCommand('referrals.save-agency');
  const end = useCommand('referrals.end-agency');
  const [draft, setDraft] = useState({
    name: agency?.name ?? '',
    helpsWith: agency?.helpsWith ?? '',
    contact: agency?.contact ?? '',
    phone: agency?.phone ?? '',
    email: agency?.email ?? '',
    howToRefer: agency?.howToRefer ?? '',
    needsParents: agency?.needsParents ?? true,
    team: agency?.team ?? false,
  });
  useKeptForm(`agency/${agency?.id ?? 'new'}`, draft, setDraft);
  const refused = (save.error ?? end.error)?.error;
  const missing = [
    ...(draft.name.trim() === '' ? [{ path: 'name', message: 'Enter the name.' }] : []),
    ...(draft.helpsWith.trim() === '' ? [{ path: 'helpsWith', message: 'Enter what it helps with.' }] : []),
  ];
  const { attempt, errorOf } = useTried(missing, refused);
  const text = (key: 'name' | 'helpsWith' | 'contact' | 'phone' | 'email' | 'howToRefer') => ({
    name: key,
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    error: errorOf(key),
  });
  const send = () => {
    if (!attempt()) return;
    save.mutate(
      { ...draft, ...(agency ? { agencyId: agency.id, version: agency.version } : {}) },
      {
        onSuccess: () => {
          notify({ title: agency ? 'Agency saved' : 'Agency added' });
          onClose();
        },
      },
    );
  };
  const endIt = (of: Agency) =>
    end.mutate(
      { agencyId: of.id, version: of.version },
      {
        onSuccess: ({ open }) => {
          notify({
            title: `${of.name} takes no referrals any more`,
            ...(open > 0 ? { text: 'Referrals that are open go on.' } : {}),
          });
          onClose();
        },
      },
    );
  return (
    <div className={styles.narrow}>
      <Panelled
        label={agency ? 'Change the agency' : 'Add an agency'}
        onSend={send}
        onClose={onClose}
        busy={save.isPending || end.isPending}
      >
        {refused ? <ErrorCallout title="Not saved" error={refused} /> : null}
        <TextField label="Name" maxLength={120} autoFocus {...text('name')} />
        <TextField label="Helps with" maxLength={400} {...text('helpsWith')} />
        <TextField label="Contact" optional maxLength={120} {...text('contact')} />
        <Row gap={4} align="start">
          <TextField label="Telephone" optional maxLength={40} width="medium" {...text('phone')} />
          <TextField label="E-mail" optional maxLength={120} width="medium" {...text('email')} />
        </Row>
        <TextArea label="How to refer" optional maxLength={1000} rows={2} {...text('howToRefer')} />
        <CheckboxField
          label="The parents must have agreed"
          name="needsParents"
          hint="A referral without is refused."
          checked={draft.needsParents}
          onChange={(needsParents) => setDraft({ ...draft, needsParents })}
        />
        <CheckboxField
          label="A team of several agencies"
          name="team"
          hint="It meets, returns referrals and says who works with a pupil."
          checked={draft.team}
          onChange={(team) => setDraft({ ...draft, team })}
        />
        {agency ? (
          <div>
            <Button size="small" variant="danger" loading={end.isPending} onClick={() => endIt(agency)}>
              It takes no referrals any more
            </Button>
          </div>
        ) : null}
        <FormButtons
          send={agency ? 'Save the agency' : 'Add the agency'}
          busy={save.isPending}
          onClose={onClose}
        />
      </Panelled>
    </div>
  );
}
