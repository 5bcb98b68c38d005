import { useState } from 'react';
import { PARENT_WORDS } from '#shared/text/support-plan-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { findPupils } from '../../api/find-pupils.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import { PupilField } from '../../ui/support/pupil-field.tsx';
import styles from '../../ui/support/support.module.css';
import { useTried } from '../../ui/support/use-tried.ts';
import { emptyReferral, missingIn, PARENTS, type ReferralDraft } from './referral-draft.ts';
import type { Agency, Referral } from './types.ts';

interface ReferralFormProps {
  /** The one that came back and is made again. */
  readonly again: Referral | undefined;
  readonly onClose: () => void;
}

/** Refers a pupil to an agency, or makes a referral again with what the school did since. */
export function ReferralForm({ again, onClose }: ReferralFormProps) {
  const agencies = useOperation('referrals.agencies', {});
  const make = useCommand('referrals.make');
  const [draft, setDraft] = useState<ReferralDraft>(() => emptyReferral(again));
  useKeptForm(`referral/${again?.id ?? 'new'}`, draft, setDraft);
  const refused = make.error?.error;
  const { attempt, errors, errorOf } = useTried(missingIn(draft), refused);
  const change = (part: Partial<ReferralDraft>) => setDraft({ ...draft, ...part });
  const { pupil, agencyId, why, doneSoFar, parents, parentsOn } = draft;
  const agency = agencies.data?.agencies.find(({ id }) => id === agencyId);
  const submit = () => {
    if (!attempt() || pupil === null || agencyId === null || parents === null) return;
    make.mutate(
      {
        pupilId: pupil.pupilId,
        agencyId,
        why,
        doneSoFar,
        parents,
        ...(parentsOn === null || parents === 'not-asked' ? {} : { parentsOn }),
        ...(again ? { againOf: again.id } : {}),
      },
      {
        onSuccess: () => {
          notify({ title: again ? 'Made again' : 'Pupil referred', text: howTo(agency) });
          onClose();
        },
      },
    );
  };
  return (
    <div className={styles.narrow}>
      <SmallForm errors={errors} refused={refused} refusedTitle="Not made" onSubmit={submit}>
        {again ? null : (
          <>
            <PupilField
              value={pupil}
              onChange={(next) => change({ pupil: next })}
              load={findPupils}
              error={errorOf('pupilId')}
            />
            <SelectField
              label="To"
              name="agencyId"
              value={agencyId}
              onChange={(next) => change({ agencyId: next })}
              options={(agencies.data?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              note={agency ? agencyNote(agency) : undefined}
              error={errorOf('agencyId')}
            />
          </>
        )}
        <TextArea
          label="Why"
          name="why"
          value={why}
          onChange={(text) => change({ why: text })}
          maxLength={2000}
          rows={3}
          error={errorOf('why')}
        />
        <TextArea
          label="What the school has done"
          name="doneSoFar"
          hint={again ? 'Say what was done since it came back.' : undefined}
          value={doneSoFar}
          onChange={(text) => change({ doneSoFar: text })}
          maxLength={2000}
          rows={3}
          error={errorOf('doneSoFar')}
        />
        <Row gap={4} align="start">
          <SelectField
            label="Parents"
            name="parents"
            width="medium"
            value={parents}
            onChange={(next) => change({ parents: next })}
            options={PARENTS.map((value) => ({ value, label: PARENT_WORDS[value] }))}
            error={errorOf('parents')}
          />
          {parents === null || parents === 'not-asked' ? null : (
            <DateField
              label="When"
              name="parentsOn"
              optional
              value={parentsOn}
              onChange={(day) => change({ parentsOn: day })}
              error={errorOf('parentsOn')}
            />
          )}
        </Row>
        <FormButtons
          send={again ? 'Make the referral again' : 'Refer the pupil'}
          busy={make.isPending}
          onClose={onClose}
        />
      </SmallForm>
    </div>
  );
}

const agencyNote = ({ helpsWith, needsParents }: Agency): string =>
  needsParents ? `${helpsWith}. Only when the parents agreed.` : helpsWith;

const howTo = (agency: Agency | undefined): string =>
  agency?.howToRefer ?? 'Noted here; send it to them in the way they ask for.';
