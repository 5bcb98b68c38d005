import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { sayClosure } from '#shared/text/closure-words.ts';
import { OperationError, useCommand, useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import type { StoredProvider } from './provider-draft.ts';
import { PutOutList } from './put-out-list.tsx';
import { Refusal } from './refusal.tsx';

interface Draft {
  readonly from: string | null;
  readonly to: string | null;
  readonly slot: 'am' | 'pm' | 'all';
  readonly what: 'closed' | 'places';
  readonly places: number | null;
  readonly reason: string;
}

const NEW: Draft = { from: null, to: null, slot: 'all', what: 'closed', places: null, reason: '' };

/** Closes days or takes places out of use. Who loses a place by it stands there before it is saved. */
export function ClosureForm({ provider }: { readonly provider: StoredProvider }) {
  const navigate = useNavigate();
  const close = useCommand('providers.close');
  const [draft, setDraft] = useState<Draft>(NEW);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<OperationError>();
  useKeptForm(`closure/${provider.id}`, draft, setDraft);
  const change = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const { from, slot, what, places, reason } = draft;

  const days = {
    providerId: provider.id,
    from: from ?? '',
    to: draft.to ?? from ?? '',
    slot,
    ...(what === 'places' && places !== null ? { places } : {}),
  };
  const ready = from !== null && days.to >= from && (what === 'closed' || (places !== null && places > 0));
  const effect = useOperation('providers.effect', { change: 'closure', ...days }, { enabled: ready });
  const putOut = (ready ? effect.data?.putOut : undefined) ?? [];

  const submit = async () => {
    setRefused(undefined);
    const missing: FieldError[] = [
      ...(from === null ? [{ path: 'from', message: 'Enter the first day.' }] : []),
      ...(what === 'places' && places === null
        ? [{ path: 'places', message: 'Enter how many places are out of use.' }]
        : []),
      ...(reason.trim() === '' ? [{ path: 'reason', message: 'Enter why.' }] : []),
    ];
    setErrors(missing);
    // Nobody may lose a place unseen: without the effect on the screen nothing is sent.
    if (missing.length > 0 || close.isPending || (ready && effect.isPending)) return;
    try {
      await close.mutateAsync({ ...days, reason, giveUp: putOut.map(({ placeId }) => placeId) });
      setDraft(NEW);
      notify({
        title: what === 'closed' ? 'Closed' : 'Places out of use',
        text: `${sayClosure(days)}${putOut.length > 0 ? `; ${plural(putOut.length, 'place')} given up` : ''}`,
        ...(putOut.length > 0
          ? { action: { label: 'Find other places', onSelect: () => void navigate({ to: '/places' }) } }
          : {}),
      });
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      if (failed.error.code === 'invalid-input') setErrors(failed.error.fields ?? []);
      else setRefused(failed);
    }
  };

  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  return (
    <Panel title="Close more days">
      <SmallForm errors={errors} refused={undefined} refusedTitle="" onSubmit={() => void submit()}>
        {refused ? <Refusal failure={{ title: 'Not closed', error: refused.error }} /> : null}
        <Row gap={3} align="start">
          <SegmentedChoice
            label="What"
            value={what}
            onChange={(next) => change({ what: next })}
            options={[
              { value: 'closed', label: 'Closed' },
              { value: 'places', label: 'Some places out of use' },
            ]}
          />
          {what === 'places' ? (
            <NumberField
              label="Places out of use"
              name="places"
              value={places}
              min={1}
              max={200}
              error={errorAt('places')}
              onChange={(next) => change({ places: next })}
            />
          ) : null}
        </Row>
        <Row gap={3} align="start">
          <DateField
            label="First day"
            name="from"
            value={from}
            error={errorAt('from')}
            onChange={(next) => change({ from: next })}
          />
          <DateField
            label="Last day"
            name="to"
            optional
            note={draft.to === null ? 'Empty for a single day' : undefined}
            value={draft.to}
            error={errorAt('to')}
            onChange={(to) => change({ to })}
          />
          <SegmentedChoice
            label="Which part of the day"
            value={slot}
            onChange={(next) => change({ slot: next })}
            options={[
              { value: 'all', label: 'Whole day' },
              { value: 'am', label: 'Morning' },
              { value: 'pm', label: 'Afternoon' },
            ]}
          />
        </Row>
        <TextField
          label="Why"
          name="reason"
          value={reason}
          maxLength={120}
          error={errorAt('reason')}
          onChange={(next) => change({ reason: next })}
        />
        {ready && effect.data ? <Effect putOut={putOut} /> : null}
        <Row justify="end">
          <Button
            type="submit"
            variant={putOut.length > 0 ? 'danger' : 'secondary'}
            loading={close.isPending || (ready && effect.isPending)}
          >
            {labelOf(what, putOut.length)}
          </Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}

function labelOf(what: Draft['what'], lost: number): string {
  const deed = what === 'closed' ? 'Close' : 'Take out of use';
  if (lost > 0) return `${deed} and give ${lost === 1 ? 'this place' : `these ${String(lost)} places`} up`;
  return what === 'closed' ? 'Close these days' : 'Take these places out of use';
}

function Effect({ putOut }: { readonly putOut: Parameters<typeof PutOutList>[0]['putOut'] }) {
  if (putOut.length === 0) return <Callout tone="done">Nobody loses a place by it.</Callout>;
  const pupils = new Set(putOut.map(({ pupilId }) => pupilId)).size;
  return (
    <Callout
      tone="overdue"
      live="status"
      title={`${plural(pupils, 'pupil')} would lose ${plural(putOut.length, 'place')}`}
    >
      <PutOutList putOut={putOut} label="Pupils who would lose places" />
      The places are cancelled as closed by the provider, and the pupils are in the queue of the board again.
    </Callout>
  );
}
