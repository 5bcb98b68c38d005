import { useEffect, useState } from 'react';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { CANCEL_CODES, type CancelCode } from '#shared/domain/placements/types.ts';
import { CANCEL_CODE_WORDS } from '#shared/text/placement-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Popover } from '../../ui/overlay/popover.tsx';
import { plural } from '../../ui/words/format.ts';
import type { ItinerarySession } from './itinerary.ts';

interface CancelPlaceProps {
  readonly session: ItinerarySession;
  /** Ids of the pupil's other coming places at this provider. */
  readonly others: readonly string[];
  readonly open: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onCancel: (placeIds: readonly string[], code: CancelCode, reason: string) => Promise<void>;
}

/** Asks why a place is cancelled, in a small panel beside it: the reason as a code that counts, and a note. */
export function CancelPlace(props: CancelPlaceProps) {
  const { session, others, open, busy, onOpen, onClose, onCancel } = props;
  const [code, setCode] = useState<CancelCode | null>(null);
  const [note, setNote] = useState('');
  const [withOthers, setWithOthers] = useState(false);
  const [missing, setMissing] = useState<'code' | 'note'>();
  useEffect(() => {
    if (open) return;
    setCode(null);
    setNote('');
    setWithOthers(false);
    setMissing(undefined);
  }, [open]);

  const { place } = session;
  if (!place) return null;
  const label = `${formatShortDate(session.date)} ${session.slot} at ${place.providerName}`;
  const cancel = () => {
    if (code === null) setMissing('code');
    else if (code === 'other' && note.trim() === '') setMissing('note');
    else {
      // The history always has a sentence: without a note it is the reason in words.
      const reason = note.trim() === '' ? CANCEL_CODE_WORDS[code] : note.trim();
      void onCancel(withOthers ? [place.placeId, ...others] : [place.placeId], code, reason);
    }
  };
  return (
    <Popover
      open={open}
      onClose={onClose}
      width={320}
      position="bottom-end"
      target={
        <IconButton
          icon={CloseIcon}
          size="small"
          label={`Cancel ${label}`}
          onClick={open ? onClose : onOpen}
        />
      }
    >
      <Stack gap={3}>
        <strong>Cancel {label}</strong>
        <SelectField
          label="Why is it cancelled?"
          name="code"
          value={code}
          onChange={(next) => {
            setCode(next);
            setMissing(undefined);
          }}
          options={CANCEL_CODES.map((value) => ({ value, label: CANCEL_CODE_WORDS[value] }))}
          error={missing === 'code' ? 'Choose why it is cancelled.' : undefined}
        />
        <TextField
          label="Note"
          name="cancelReason"
          optional={code !== 'other'}
          hint="Kept in the history."
          value={note}
          maxLength={200}
          error={missing === 'note' ? 'Enter why it is cancelled.' : undefined}
          onChange={(text) => {
            setNote(text);
            setMissing(undefined);
          }}
          onEnter={cancel}
        />
        {others.length > 0 ? (
          <CheckboxField
            label={`Also cancel the ${plural(others.length, 'other place', 'other places')} to come there`}
            checked={withOthers}
            onChange={setWithOthers}
          />
        ) : null}
        <Row justify="end">
          <Button size="small" onClick={onClose}>
            Keep it
          </Button>
          <Button size="small" variant="danger" loading={busy} onClick={cancel}>
            {withOthers ? `Cancel ${plural(others.length + 1, 'place')}` : 'Cancel the place'}
          </Button>
        </Row>
      </Stack>
    </Popover>
  );
}
