import { Callout } from '../../ui/feedback/callout.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { FieldError } from '../../ui/form/field-error.tsx';
import { fieldId } from '../../ui/form/field-id.ts';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Row } from '../../ui/layout/row.tsx';
import type { Decider } from './deciders.ts';
import { usualDecisionDay, type RecordForm } from './form-state.ts';
import styles from './record.module.css';

/** So many names stand side by side; more make a list. */
const SIDE_BY_SIDE = 2;

interface DecisionFieldsProps {
  readonly form: RecordForm;
  readonly deciders: readonly Decider[];
  readonly onChange: (change: Partial<RecordForm>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly today: string;
}

/** Who decided, among those who may, and when. */
export function DecisionFields({ form, deciders, onChange, errors, today }: DecisionFieldsProps) {
  const usual = usualDecisionDay(form, today);
  const chosen = deciders.some(({ name }) => name === form.decidedBy) ? form.decidedBy : null;
  const choice = {
    label: 'Decided by',
    name: 'decidedBy',
    value: chosen,
    onChange: (decidedBy: string) => onChange({ decidedBy }),
    error: errors['decidedBy'],
    options: deciders.map(({ name, acting }) => ({
      value: name,
      label: acting ? `${name} (acting)` : name,
    })),
    note:
      chosen === null && form.decidedBy.trim() !== ''
        ? `${form.decidedBy} is not the head or an acting head on that day.`
        : undefined,
  };
  return (
    <Row gap={4} align="start">
      {deciders.length === 0 ? (
        <NobodyDecides error={errors['decidedBy']} />
      ) : deciders.length > SIDE_BY_SIDE ? (
        <SelectField {...choice} width="medium" />
      ) : (
        <div className={errors['decidedBy'] && styles.wide}>
          <SegmentedChoice {...choice} />
        </div>
      )}
      <DateField
        label="Decided on"
        name="decidedOn"
        value={form.decidedOn ?? usual}
        onChange={(day) => onChange({ decidedOn: day === usual ? null : day })}
        error={errors['decidedOn']}
      />
    </Row>
  );
}

/** Only a head, or an acting head with dates, decides: without one there is nothing to choose from. */
function NobodyDecides({ error }: { readonly error: string | undefined }) {
  const id = fieldId('decidedBy');
  return (
    <div id={id} tabIndex={-1}>
      {error === undefined ? null : <FieldError id={`${id}-error`} message={error} />}
      <Callout tone="due" title="Nobody is entered who may decide on that day">
        Only the head, or an acting head with dates, decides.{' '}
        <TextLink to="/settings" search={{ tab: 'school' }}>
          Enter them in Settings
        </TextLink>
        ; this draft keeps what you typed.
      </Callout>
    </div>
  );
}
