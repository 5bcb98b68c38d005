import { DateField } from '../../ui/form/date-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import type { RecordForm } from './form-state.ts';

interface IncidentFieldsProps {
  readonly form: RecordForm;
  readonly onChange: (change: Partial<RecordForm>) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** When, where and what. */
export function IncidentFields({ form, onChange, errors }: IncidentFieldsProps) {
  return (
    <>
      <Row gap={4} align="start">
        <DateField
          label="Day of the incident"
          name="incidentOn"
          value={form.incidentOn}
          onChange={(incidentOn) => onChange({ incidentOn })}
          error={errors['incidentOn']}
        />
        <TextField
          label="Time"
          name="incidentAt"
          width="narrow"
          optional
          value={form.incidentAt}
          onChange={(incidentAt) => onChange({ incidentAt })}
          maxLength={20}
          placeholder="10.40 am"
          error={errors['incidentAt']}
        />
        <TextField
          label="Place"
          name="incidentPlace"
          optional
          value={form.incidentPlace}
          onChange={(incidentPlace) => onChange({ incidentPlace })}
          maxLength={120}
          error={errors['incidentPlace']}
        />
        <TextField
          label="Lesson"
          name="incidentLesson"
          optional
          value={form.incidentLesson}
          onChange={(incidentLesson) => onChange({ incidentLesson })}
          maxLength={60}
          placeholder="Maths, break"
          error={errors['incidentLesson']}
        />
      </Row>
      <TextArea
        label="What happened"
        name="incidentAccount"
        rows={3}
        value={form.incidentAccount}
        onChange={(incidentAccount) => onChange({ incidentAccount })}
        maxLength={4000}
        error={errors['incidentAccount']}
      />
    </>
  );
}
