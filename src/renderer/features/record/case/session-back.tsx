import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../../ui/form/segmented-choice.tsx';
import { Row } from '../../../ui/layout/row.tsx';
import { SLOTS } from '../length-fields.tsx';

/** A first session back while it is being entered. */
export interface BackEntry {
  readonly date: string | null;
  readonly slot: Slot;
}

/** What was entered, or undefined while there is no day. */
export const sessionOf = ({ date, slot }: BackEntry): Session | undefined =>
  date === null ? undefined : { date, slot };

interface SessionBackProps {
  readonly value: BackEntry;
  readonly onChange: (value: BackEntry) => void;
  readonly error: string | undefined;
}

/** The first session back in school: its day, and morning or afternoon. */
export function SessionBack({ value, onChange, error }: SessionBackProps) {
  return (
    <Row gap={4} align="start">
      <DateField
        label="First day back"
        name="back"
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
        error={error}
      />
      <SegmentedChoice
        label="From"
        name="backSlot"
        value={value.slot}
        onChange={(slot) => onChange({ ...value, slot })}
        options={SLOTS}
      />
    </Row>
  );
}
