import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { PupilField, type ChosenPupil } from './pupil-field.tsx';
import styles from './board.module.css';

/** Keeps two pupils apart; where they share sessions already, first says which, and whose places are to be given up. */
export function ApartForm({ onClose }: { readonly onClose: () => void }) {
  const today = useToday();
  const personName = usePersonName('open');
  const add = useCommand('apart.add');
  const [one, setOne] = useState<ChosenPupil | null>(null);
  const [other, setOther] = useState<ChosenPupil | null>(null);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(null);
  useKeptForm('apart/new', { one, other, reason, from, to }, (was) => {
    setOne(was.one);
    setOther(was.other);
    setReason(was.reason);
    setFrom(was.from);
    setTo(was.to);
  });
  const [givesUp, setGivesUp] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const both =
    one && other && one.pupilId !== other.pupilId ? ([one.pupilId, other.pupilId] as const) : undefined;
  const shared = useOperation(
    'apart.shared',
    { pupilIds: both ? [both[0], both[1]] : ['', ''] },
    { enabled: both !== undefined },
  );
  const conflict = both ? (shared.data?.places ?? []) : [];
  const refused = add.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((found) => found.path === path)?.message;

  const submit = () => {
    const wrong = (when: boolean, path: string, message: string) => (when ? [{ path, message }] : []);
    const problems = [
      ...wrong(one === null, 'pupilIds.0', 'Choose the first pupil.'),
      ...wrong(other === null, 'pupilIds.1', 'Choose the second pupil.'),
      ...wrong(one !== null && one.pupilId === other?.pupilId, 'pupilIds.1', 'Choose two different pupils.'),
      ...wrong(reason.trim() === '', 'reason', 'Enter why they are kept apart.'),
      ...wrong(
        conflict.length > 0 && givesUp === null,
        'giveUp',
        'Choose whose places are given up, or book them elsewhere first.',
      ),
    ];
    setMissing(problems);
    if (!both || problems.length > 0) return;
    add.mutate(
      {
        pupilIds: [both[0], both[1]],
        reason: reason.trim(),
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
        giveUp: conflict.filter(({ pupilId }) => pupilId === givesUp).map(({ placeId }) => placeId),
      },
      {
        onSuccess: () => {
          notify({ title: 'Kept apart', text: 'No session takes both from now on.' });
          onClose();
        },
      },
    );
  };

  return (
    <Panel title="Keep two pupils apart">
      <div className={styles.narrow}>
        <SmallForm errors={errors} refused={undefined} refusedTitle="Not kept apart" onSubmit={submit}>
          {refused && errors.length === 0 ? <VeiledError title="Not kept apart" error={refused} /> : null}
          <PupilField
            label="Pupil"
            name="pupilIds.0"
            value={one}
            onChange={setOne}
            autoFocus
            error={errorOf('pupilIds.0')}
          />
          <PupilField
            label="Kept apart from"
            name="pupilIds.1"
            value={other}
            onChange={setOther}
            error={errorOf('pupilIds.1')}
          />
          <TextField
            label="Why"
            name="reason"
            hint="Said where a booking is refused for it, for example “the incident of 3 June”."
            value={reason}
            maxLength={200}
            onChange={setReason}
            error={errorOf('reason')}
          />
          <Row align="start" gap={3}>
            <DateField label="From" name="from" value={from} onChange={setFrom} error={errorOf('from')} />
            <DateField label="To" name="to" optional value={to} onChange={setTo} error={errorOf('to')} />
          </Row>
          {conflict.length > 0 && one && other ? (
            <>
              <Callout
                tone="due"
                live="status"
                title={`They share ${plural(conflict.length / 2, 'session')} to come`}
              >
                <ul className={styles.plainList}>
                  {conflict
                    .filter(({ pupilId }) => pupilId === one.pupilId)
                    .map((place) => (
                      <li key={place.placeId}>
                        {sayShortSession(place)} at {place.providerName}
                      </li>
                    ))}
                </ul>
                They are kept apart only once the places of one of them are given up.
              </Callout>
              <SegmentedChoice
                label="Whose places are given up"
                name="giveUp"
                value={givesUp}
                onChange={setGivesUp}
                options={[
                  { value: one.pupilId, label: personName(one.name) },
                  { value: other.pupilId, label: personName(other.name) },
                ]}
                error={errorOf('giveUp')}
              />
              {givesUp ? (
                <p>
                  <PersonName name={givesUp === one.pupilId ? one.name : other.name} /> then waits for a place
                  again.
                </p>
              ) : null}
            </>
          ) : null}
          <Row justify="end">
            <Button onClick={onClose}>Cancel</Button>
            <Button variant={givesUp ? 'danger' : 'primary'} type="submit" loading={add.isPending}>
              {givesUp && conflict.length > 0
                ? `Give up ${plural(conflict.length / 2, 'place')} and keep them apart`
                : 'Keep them apart'}
            </Button>
          </Row>
        </SmallForm>
      </div>
    </Panel>
  );
}
