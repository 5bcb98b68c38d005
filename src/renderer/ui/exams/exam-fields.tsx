import { DateField } from '../form/date-field.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { TextField } from '../form/text-field.tsx';
import { Row } from '../layout/row.tsx';
import { Stack } from '../layout/stack.tsx';
import { EXAM_KIND_WORDS, type ExamDraft } from './exam-draft.ts';

interface ExamFieldsProps {
  readonly draft: ExamDraft;
  readonly onChange: (draft: ExamDraft) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly autoFocus?: boolean;
}

/** What the examination is and when it is sat. */
export function ExamFields({ draft, onChange, errorOf, autoFocus }: ExamFieldsProps) {
  const change = (part: Partial<ExamDraft>) => onChange({ ...draft, ...part });
  return (
    <Stack gap={3}>
      <TextField
        label="Examination"
        name="name"
        hint="For example: GCSE Mathematics, paper 1"
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        error={errorOf('name')}
        autoFocus={autoFocus}
      />
      <SegmentedChoice
        label="Kind"
        name="kind"
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={[
          { value: 'public-examination', label: EXAM_KIND_WORDS['public-examination'] },
          { value: 'national-curriculum-test', label: EXAM_KIND_WORDS['national-curriculum-test'] },
        ]}
      />
      <Row gap={3} align="start">
        <DateField
          label="Day"
          name="date"
          value={draft.date}
          onChange={(date) => change({ date })}
          error={errorOf('date')}
        />
        <SegmentedChoice
          label="Session"
          name="slot"
          value={draft.slot}
          onChange={(slot) => change({ slot })}
          options={[
            { value: 'am', label: 'Morning' },
            { value: 'pm', label: 'Afternoon' },
          ]}
        />
      </Row>
    </Stack>
  );
}
