import { DateField } from '../../ui/form/date-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Row } from '../../ui/layout/row.tsx';
import type { Preview } from './form-problems.ts';
import { lengthOf, type RecordForm } from './form-state.ts';
import styles from './record.module.css';

export const SLOTS = [
  { value: 'am', label: 'am' },
  { value: 'pm', label: 'pm' },
] as const;

interface LengthFieldsProps {
  readonly form: RecordForm;
  readonly onChange: (change: Partial<RecordForm>) => void;
  readonly preview: Preview | undefined;
  readonly errors: Readonly<Record<string, string>>;
}

/** From when, and for how long or until when: whichever of the two is typed sets the other. */
export function LengthFields({ form, onChange, preview, errors }: LengthFieldsProps) {
  const { kind, lengthBy, length } = form;
  const lunchtime = kind === 'lunchtime';
  const byEnd = lengthBy === 'end';
  const counted = preview?.halfDays;
  const shownLength = byEnd ? (counted === undefined ? null : lengthOf(kind, counted)) : length;
  // Without a length there is no end yet, though the last answer may still be on its way out.
  const end = length === null ? undefined : preview?.end;
  const endDate = byEnd ? form.endDate : (end?.date ?? null);
  const endSlot = byEnd ? form.endSlot : (end?.slot ?? 'pm');
  return (
    <div className={styles.span}>
      <Row gap={4} align="start">
        <div className={errors['startDate'] && styles.wide}>
          <DateField
            label={lunchtime ? 'First lunchtime' : 'Starts'}
            name="startDate"
            value={form.startDate}
            onChange={(startDate) => onChange({ startDate })}
            error={errors['startDate']}
          />
        </div>
        {lunchtime ? null : (
          <SegmentedChoice
            label="From"
            name="startSlot"
            value={form.startSlot}
            onChange={(startSlot) => onChange({ startSlot })}
            options={SLOTS}
            error={errors['startSlot']}
          />
        )}
      </Row>
      {kind === 'permanent' ? null : (
        <Row gap={4} align="start">
          <div className={errors['halfDays'] && styles.wide}>
            <NumberField
              label={lunchtime ? 'How many' : 'Length'}
              name="halfDays"
              value={shownLength}
              onChange={(next) => onChange({ lengthBy: 'half-days', length: next })}
              min={lunchtime ? 1 : 0.5}
              max={lunchtime ? 90 : 45}
              step={lunchtime ? 1 : 0.5}
              suffix={lunchtime ? 'lunchtimes' : 'days'}
              error={errors['halfDays']}
            />
          </div>
          <span className={styles.or}>or</span>
          <div className={errors['end'] && styles.wide}>
            <DateField
              label={lunchtime ? 'Last lunchtime' : 'Last day out'}
              name="end"
              value={endDate}
              onChange={(date) => onChange({ lengthBy: 'end', endDate: date, endSlot })}
              error={errors['end']}
            />
          </div>
          {lunchtime ? null : (
            <SegmentedChoice
              label="Up to"
              value={endSlot}
              onChange={(slot) => onChange({ lengthBy: 'end', endDate, endSlot: slot })}
              options={SLOTS}
            />
          )}
        </Row>
      )}
    </div>
  );
}
