import { useEffect, useState } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Popover } from '../../ui/overlay/popover.tsx';
import { plural } from '../../ui/words/format.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { ItinerarySession } from './itinerary.ts';

interface CancelPlaceProps {
  readonly session: ItinerarySession;
  /** Ids of the pupil's other coming places at this provider. */
  readonly others: readonly string[];
  readonly open: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onCancel: (placeIds: readonly string[], reason: string) => Promise<void>;
}

/** Asks why a place is cancelled, in a small panel beside it. */
export function CancelPlace(props: CancelPlaceProps) {
  const { session, others, open, busy, onOpen, onClose, onCancel } = props;
  const [reason, setReason] = useState('');
  const [withOthers, setWithOthers] = useState(false);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (open) return;
    setReason('');
    setWithOthers(false);
    setMissing(false);
  }, [open]);

  const { place } = session;
  if (!place) return null;
  const label = `${formatShortDate(session.date)} ${session.slot} at ${place.providerName}`;
  const cancel = () => {
    if (reason.trim() === '') setMissing(true);
    else void onCancel(withOthers ? [place.placeId, ...others] : [place.placeId], reason);
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
        <TextField
          label="Why is it cancelled?"
          name="cancelReason"
          hint="Kept in the history, for example “Parents chose another place”."
          value={reason}
          maxLength={200}
          autoFocus
          error={missing ? 'Enter why it is cancelled.' : undefined}
          onChange={(text) => {
            setReason(text);
            setMissing(false);
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
