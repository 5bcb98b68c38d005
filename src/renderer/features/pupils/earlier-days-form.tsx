import { useEffect, useRef, useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { useCommand } from '../../api/client.ts';
import { useEditing } from '../../api/use-editing.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import type { EarlierEntry } from './pupil-found.ts';
import { useKeysOf } from './use-keys-of.ts';

interface EarlierDaysFormProps {
  readonly pupilId: string;
  /** The entry being changed; its term stays. */
  readonly entry: EarlierEntry | undefined;
  readonly onDone: () => void;
}

const TERMS = ['autumn', 'spring', 'summer'] as const;

/** School years back that somebody may still want to record. */
const YEARS_BACK = 4;

/** One term's days at an earlier school, typed in days; kept in half days. */
export function EarlierDaysForm({ pupilId, entry, onDone }: EarlierDaysFormProps) {
  const others = useEditing('pupil', pupilId);
  const now = schoolYearOf(useToday());
  const [year, setYear] = useState(String(entry?.schoolYear ?? now));
  const [term, setTerm] = useState<EarlierEntry['term']>(entry?.term ?? 'autumn');
  const [days, setDays] = useState<number | null>(entry === undefined ? null : entry.halfDays / 2);
  const [source, setSource] = useState(entry?.source ?? '');
  useKeptForm(
    `earlier-days/${pupilId}/${entry === undefined ? 'new' : `${String(entry.schoolYear)}-${entry.term}`}`,
    { year, term, days, source },
    (was) => {
      setYear(was.year);
      setTerm(was.term);
      setDays(was.days);
      setSource(was.source);
    },
  );
  const [tried, setTried] = useState(false);
  const save = useCommand('pupils.set-earlier-half-days');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select:enabled, input:enabled')?.focus(), []);

  useKeysOf(form, (event) => {
    if (event.key === 'Escape') onDone();
  });

  const halfDays = days === null ? undefined : days * 2;
  const own: readonly FieldError[] = tried ? ownErrors(halfDays, source) : [];
  const errors = own.length > 0 ? own : (save.error?.error.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const submit = () => {
    setTried(true);
    if (halfDays === undefined || ownErrors(halfDays, source).length > 0) return;
    save.mutate(
      { pupilId, schoolYear: Number(year), term, halfDays, source: source.trim() },
      {
        onSuccess: () => {
          notify({ title: 'Earlier days saved', text: 'The totals of the term and the year include them.' });
          onDone();
        },
      },
    );
  };

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap={3}>
        <EditedElsewhere others={others} />
        {save.error && errors.length === 0 ? (
          <ErrorCallout error={save.error.error} title="The days were not saved" />
        ) : null}
        <Row gap={3} align="start">
          <SelectField
            label="School year"
            name="schoolYear"
            width="short"
            value={year}
            onChange={setYear}
            disabled={entry !== undefined}
            error={errorOf('schoolYear')}
            options={Array.from({ length: YEARS_BACK + 1 }, (_, back) => ({
              value: String(now - back),
              label: formatSchoolYear(now - back),
            }))}
          />
          <SelectField
            label="Term"
            name="term"
            width="short"
            value={term}
            onChange={setTerm}
            disabled={entry !== undefined}
            options={TERMS.map((value) => ({ value, label: termWords(value) }))}
          />
        </Row>
        <NumberField
          label="Days out at the earlier school"
          name="halfDays"
          hint="Half days count: 2.5 is two and a half."
          value={days}
          onChange={setDays}
          min={0.5}
          max={45}
          step={0.5}
          error={errorOf('halfDays')}
        />
        <TextField
          label="Where this comes from"
          name="source"
          hint="For example: CTF from Elm Park School"
          value={source}
          onChange={setSource}
          maxLength={200}
          error={errorOf('source')}
        />
        <Row justify="end">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" loading={save.isPending}>
            Save days
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function ownErrors(halfDays: number | undefined, source: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (halfDays === undefined || halfDays < 1 || !Number.isInteger(halfDays)) {
    errors.push({ path: 'halfDays', message: 'Enter days and half days, such as 2 or 2.5.' });
  } else if (halfDays > 90) {
    errors.push({ path: 'halfDays', message: 'Nobody can be out more than 45 days in a school year.' });
  }
  if (source.trim() === '') errors.push({ path: 'source', message: 'Say where this comes from.' });
  return errors;
}
