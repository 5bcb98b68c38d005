import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { ncYearWords } from '#shared/text/pupil-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { EXAM_KIND_WORDS } from '../../ui/exams/exam-draft.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, CalendarIcon, DeleteIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ExamForm } from './exam-form.tsx';
import styles from './settings.module.css';

type Exam = OperationOutput<'exams.list'>['exams'][number];

const COLUMNS: readonly Column<Exam>[] = [
  {
    key: 'when',
    header: 'When',
    nowrap: true,
    value: ({ date, slot }) => `${date} ${slot}`,
    render: ({ date, slot }) => <SessionText date={date} slot={slot} />,
  },
  { key: 'name', header: 'Examination', width: '34%', value: ({ name }) => name },
  {
    key: 'whose',
    header: 'Who sits it',
    value: ({ pupil, ncYear }) => pupil?.name ?? ncYear ?? '',
    render: ({ pupil, ncYear }) =>
      pupil === undefined ? (
        ncYearWords(ncYear ?? '')
      ) : (
        <TextLink to="/pupils/$pupilId" params={{ pupilId: pupil.id }}>
          <PersonName name={pupil.name} />
        </TextLink>
      ),
  },
  { key: 'kind', header: 'Kind', value: ({ kind }) => EXAM_KIND_WORDS[kind] },
];

/** Examinations and tests: missing one changes what the governors must do. */
export function ExamsTab() {
  const list = useOperation('exams.list', {});
  const mayEdit = useMay('pupils.edit');
  const remove = useCommand('exams.remove');
  const add = useCommand('exams.save');
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<'coming' | 'all'>('coming');
  const today = useToday();

  const takeOut = ({ id, pupil, ncYear, ...exam }: Exam) =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          notify({
            title: 'Examination removed',
            text: exam.name,
            action: {
              label: 'Undo',
              onSelect: () => add.mutate({ ...exam, ...(pupil ? { pupilId: pupil.id } : { ncYear }) }),
            },
          }),
      },
    );

  return (
    <div className={styles.form}>
      {adding ? <ExamForm onClose={() => setAdding(false)} /> : null}
      <Panel
        title="Examinations and national tests"
        context="When an exclusion makes a pupil miss one, the governors must meet, before it if they can."
        actions={
          mayEdit && !adding ? (
            <Button size="small" icon={AddIcon} onClick={() => setAdding(true)}>
              Add an examination
            </Button>
          ) : undefined
        }
        flush
      >
        {remove.error ? <ErrorCallout title="Not removed" error={remove.error.error} /> : null}
        {add.error ? <ErrorCallout title="Not added again" error={add.error.error} /> : null}
        <Loaded query={list} what="the examinations">
          {({ exams }) => (
            <>
              <div className={styles.filter}>
                <SegmentedChoice
                  label="Show"
                  hideLabel
                  value={shown}
                  onChange={setShown}
                  options={[
                    { value: 'coming', label: 'From today on' },
                    { value: 'all', label: 'All' },
                  ]}
                />
              </div>
              <DataTable
                caption="Examinations of year groups and of single pupils"
                columns={[
                  ...COLUMNS,
                  ...(mayEdit
                    ? [
                        {
                          key: 'remove',
                          header: 'Remove',
                          width: '72px',
                          render: (row: Exam) => (
                            <IconButton
                              size="small"
                              icon={DeleteIcon}
                              label={`Remove ${row.name}`}
                              onClick={() => takeOut(row)}
                            />
                          ),
                        },
                      ]
                    : []),
                ]}
                rows={exams.filter(({ date }) => shown === 'all' || date >= today)}
                rowKey={({ id }) => id}
                maxHeight="60vh"
                empty={
                  <EmptyState
                    icon={CalendarIcon}
                    title={exams.length === 0 ? 'No examinations are entered' : 'None from today on'}
                  >
                    First Day then cannot tell when an exclusion makes a pupil miss one.
                  </EmptyState>
                }
              />
            </>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
