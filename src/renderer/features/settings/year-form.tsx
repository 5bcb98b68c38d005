import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { AppError, FieldError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import {
  draftOf,
  draftProblems,
  fromOperation,
  termsOf,
  type YearDraft,
} from '../../ui/calendar/year-draft.ts';
import { YearEditor } from '../../ui/calendar/year-editor.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';

interface Props {
  readonly schoolYear: SchoolYear;
  readonly stored: SchoolCalendar;
  /** What was typed and not saved; undefined while nothing was. */
  readonly draft: YearDraft | undefined;
  readonly onDraft: (draft: YearDraft | undefined) => void;
  readonly readOnly: boolean;
}

/** One school year to change and save. A year without dates starts from the usual ones. */
export function YearForm({ schoolYear, stored, draft, onDraft, readOnly }: Props) {
  const empty = stored.terms.length === 0;
  const suggestion = useOperation('calendar.suggest', { schoolYear }, { enabled: empty && !readOnly });
  const { mutate: save, isPending } = useCommand('calendar.save');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<AppError | null>(null);

  if (empty && readOnly) {
    return (
      <Callout tone="info" title={`No dates of ${formatSchoolYear(schoolYear)} yet`}>
        A head teacher, a deputy or an administrator can enter them here.
      </Callout>
    );
  }
  if (empty && !suggestion.data) {
    return (
      <Loaded query={suggestion} what="the usual dates">
        {() => null}
      </Loaded>
    );
  }
  const start = draftOf(empty && suggestion.data ? suggestion.data : stored);
  const shown = draft ?? start;

  const submit = () => {
    const problems = draftProblems(shown, schoolYear);
    setErrors(problems);
    setRefused(null);
    if (problems.length > 0) return;
    const terms = termsOf(shown, schoolYear);
    save(
      { schoolYear, terms, closures: [...shown.closures] },
      {
        onSuccess: ({ pupilDays }) => {
          onDraft(undefined);
          notify({
            title: `The dates of ${formatSchoolYear(schoolYear)} are saved`,
            text: `${plural(pupilDays, 'pupil day')}. Exclusions issued before keep the sessions they have.`,
          });
        },
        onError: ({ error }) => {
          const fields = fromOperation(error.fields ?? [], terms);
          setErrors(fields);
          setRefused(fields.length > 0 ? null : error);
        },
      },
    );
  };

  return (
    <Stack gap={4}>
      <ErrorSummary errors={errors} title="The dates were not saved" />
      {refused ? <ErrorCallout title="The dates were not saved" error={refused} /> : null}
      {empty ? (
        <Callout tone="due" title={`The terms of ${formatSchoolYear(schoolYear)} are not entered`}>
          These are usual dates to start from. Correct them from your school’s own term dates, then save.
        </Callout>
      ) : null}
      {readOnly ? (
        <Callout tone="info">
          You can look at the calendar. A head teacher, a deputy or an administrator can change it.
        </Callout>
      ) : null}
      <YearEditor
        schoolYear={schoolYear}
        draft={shown}
        onChange={onDraft}
        errors={errors}
        readOnly={readOnly}
      />
      {readOnly ? null : (
        <Row justify="end" gap={3}>
          <Text as="span" muted small>
            Exclusions already issued keep the sessions they were issued with.
          </Text>
          {draft ? (
            <Button
              variant="quiet"
              disabled={isPending}
              onClick={() => {
                onDraft(undefined);
                setErrors([]);
                setRefused(null);
              }}
            >
              Undo my changes
            </Button>
          ) : null}
          <Button
            variant="primary"
            loading={isPending}
            disabled={!draft && !empty}
            disabledReason="Nothing has been changed."
            onClick={submit}
          >
            Save {formatSchoolYear(schoolYear)}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
