import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { ncYearWords } from '#shared/text/pupil-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { examProblems, NEW_EXAM } from '../../ui/exams/exam-draft.ts';
import { ExamFields } from '../../ui/exams/exam-fields.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, DeleteIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import styles from './pupil.module.css';

/** The pupil's own examinations and those of the year group: missing one changes what the governors must do. */
export function ExamsPanel({ pupilId }: { readonly pupilId: string }) {
  const list = useOperation('exams.list', { pupilId });
  const remove = useCommand('exams.remove');
  const mayEdit = useMay('pupils.edit');
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title="Examinations"
      actions={
        mayEdit && !adding ? (
          <Button size="small" icon={AddIcon} onClick={() => setAdding(true)}>
            Add
          </Button>
        ) : undefined
      }
    >
      {remove.error ? <ErrorCallout title="Not removed" error={remove.error.error} /> : null}
      {adding ? <OwnExamForm pupilId={pupilId} onDone={() => setAdding(false)} /> : null}
      <Loaded query={list} what="the examinations">
        {({ exams }) =>
          exams.length === 0 ? (
            <Text muted>None entered. Those of a year group are entered in Settings.</Text>
          ) : (
            <ul className={styles.contacts}>
              {exams.map(({ id, name, date, slot, ncYear, pupil }) => (
                <li key={id}>
                  <div>
                    <div className={styles.title}>{name}</div>
                    <div className={styles.line}>
                      <SessionText date={date} slot={slot} />
                      {ncYear === undefined ? null : ` · all of ${ncYearWords(ncYear)}`}
                    </div>
                  </div>
                  {mayEdit && pupil !== undefined ? (
                    <ScreenOnly>
                      <IconButton
                        size="small"
                        icon={DeleteIcon}
                        label={`Remove ${name}`}
                        onClick={() =>
                          remove.mutate(
                            { id },
                            { onSuccess: () => notify({ title: 'Examination removed', text: name }) },
                          )
                        }
                      />
                    </ScreenOnly>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function OwnExamForm({ pupilId, onDone }: { readonly pupilId: string; readonly onDone: () => void }) {
  const save = useCommand('exams.save');
  const [draft, setDraft] = useState(NEW_EXAM);
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const submit = () => {
    const problems = examProblems(draft);
    setMissing(problems);
    const { kind, name, date, slot } = draft;
    if (problems.length > 0 || date === null) return;
    save.mutate(
      { pupilId, kind, name, date, slot },
      {
        onSuccess: () => {
          notify({ title: 'Examination added', text: name });
          onDone();
        },
      },
    );
  };
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not added" onSubmit={submit}>
      <ExamFields
        draft={draft}
        onChange={setDraft}
        errorOf={(path) => errors.find((one) => one.path === path)?.message}
        autoFocus
      />
      <Row justify="end">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" loading={save.isPending}>
          Add the examination
        </Button>
      </Row>
    </SmallForm>
  );
}
