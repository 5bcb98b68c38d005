import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { ncYearWords } from '#shared/text/pupil-words.ts';
import { fetchOperation, useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { examProblems, NEW_EXAM } from '../../ui/exams/exam-draft.ts';
import { ExamFields } from '../../ui/exams/exam-fields.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';

/** Year groups that sit examinations or tests, the most usual first. */
const YEARS = ['11', '12', '13', '10', '9', '6', '2'];

interface Pupil {
  readonly id: string;
  readonly name: string;
  readonly form: string | undefined;
}

async function findPupils(text: string): Promise<readonly Pupil[]> {
  const { rows } = await fetchOperation('pupils.list', { text, limit: 10, withYears: false });
  return rows.map(({ id, forename, surname, form }) => ({ id, name: `${forename} ${surname}`, form }));
}

/** Examinations one after the other: who sits it and the day stay, so that a timetable is quickly typed. */
export function ExamForm({ onClose }: { readonly onClose: () => void }) {
  const save = useCommand('exams.save');
  const shownName = usePersonName('open');
  const [whose, setWhose] = useState<'year' | 'pupil'>('year');
  const [ncYear, setNcYear] = useState('11');
  const [pupil, setPupil] = useState<Pupil | null>(null);
  const [draft, setDraft] = useState(NEW_EXAM);
  useKeptForm('exam/new', { whose, ncYear, pupil, draft }, (was) => {
    setWhose(was.whose);
    setNcYear(was.ncYear);
    setPupil(was.pupil);
    setDraft(was.draft);
  });
  const [added, setAdded] = useState(0);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const submit = () => {
    const problems = [
      ...(whose === 'pupil' && pupil === null ? [{ path: 'pupilId', message: 'Choose the pupil.' }] : []),
      ...examProblems(draft),
    ];
    setMissing(problems);
    const { kind, name, date, slot } = draft;
    if (problems.length > 0 || date === null) return;
    const of = whose === 'pupil' && pupil !== null ? { pupilId: pupil.id } : { ncYear };
    save.mutate(
      { ...of, kind, name, date, slot },
      {
        onSuccess: () => {
          notify({ title: 'Examination added', text: name });
          setDraft((was) => ({ ...was, name: '' }));
          setAdded((count) => count + 1);
        },
      },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Panel
        title="Add examinations"
        footer={
          <>
            <Button onClick={onClose}>{added > 0 ? 'Done' : 'Cancel'}</Button>
            <Button type="submit" variant="primary" loading={save.isPending}>
              Add
            </Button>
          </>
        }
      >
        <Stack gap={3}>
          <ErrorSummary errors={errors} />
          {refused && errors.length === 0 ? <ErrorCallout title="Not added" error={refused} /> : null}
          <SegmentedChoice
            label="Who sits it"
            value={whose}
            onChange={setWhose}
            options={[
              { value: 'year', label: 'A year group' },
              { value: 'pupil', label: 'One pupil' },
            ]}
          />
          {whose === 'year' ? (
            <SelectField
              label="Year group"
              name="ncYear"
              width="short"
              value={ncYear}
              onChange={setNcYear}
              options={YEARS.map((value) => ({ value, label: ncYearWords(value) }))}
              error={errorOf('ncYear')}
            />
          ) : (
            <TypeAhead<Pupil>
              label="Pupil"
              name="pupilId"
              value={pupil}
              onChange={setPupil}
              load={findPupils}
              itemKey={({ id }) => id}
              itemLabel={({ name }) => shownName(name)}
              itemDetail={({ form }) => (form === undefined ? '' : `Form ${form}`)}
              minimum={1}
              emptyText="No pupil of that name, form or UPN."
              error={errorOf('pupilId')}
            />
          )}
          <ExamFields key={added} draft={draft} onChange={setDraft} errorOf={errorOf} autoFocus />
        </Stack>
      </Panel>
    </form>
  );
}
