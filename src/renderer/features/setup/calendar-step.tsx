import { useEffect } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { useOperation } from '../../api/client.ts';
import { draftOf, type YearDraft } from '../../ui/calendar/year-draft.ts';
import { YearEditor } from '../../ui/calendar/year-editor.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { StepHeading } from './steps.tsx';

interface Props {
  readonly currentYear: SchoolYear;
  readonly schoolYear: SchoolYear;
  readonly onYear: (schoolYear: SchoolYear) => void;
  /** Undefined until the suggestion is there. */
  readonly draft: YearDraft | undefined;
  readonly onChange: (draft: YearDraft) => void;
  readonly errors: readonly FieldError[];
}

/** Term dates and closed days, from the suggestion on. */
export function CalendarStep({ currentYear, schoolYear, onYear, draft, onChange, errors }: Props) {
  const suggestion = useOperation('calendar.suggest', { schoolYear });
  const suggested = suggestion.data;
  useEffect(() => {
    if (suggested && !draft) onChange(draftOf(suggested));
  }, [suggested, draft, onChange]);
  return (
    <Stack gap={4}>
      <Row justify="between" align="end">
        <StepHeading>When is your school open?</StepHeading>
        <SegmentedChoice
          label="School year"
          hideLabel
          value={String(schoolYear)}
          options={[currentYear, currentYear + 1].map((year) => ({
            value: String(year),
            label: formatSchoolYear(year),
          }))}
          onChange={(year) => onYear(Number(year))}
        />
      </Row>
      <Callout tone="info" title="Usual dates, not yours yet">
        Every count of days depends on them, so correct them from your school’s own term dates. You can change
        them later, and add other years, in Settings.
      </Callout>
      <Loaded query={suggestion} what="the usual dates">
        {() =>
          draft ? (
            <YearEditor schoolYear={schoolYear} draft={draft} onChange={onChange} errors={errors} />
          ) : null
        }
      </Loaded>
    </Stack>
  );
}
