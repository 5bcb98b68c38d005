import { sayAttendance } from '#shared/text/stay-words.ts';
import { useEffect, useRef, useState } from 'react';
import { useEditing } from '../../api/use-editing.ts';
import { useStayNotes } from '../../api/use-stay-notes.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EditedElsewhere } from '../../ui/feedback/edited-elsewhere.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { CheckIcon, EditIcon, SaveIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { TakeTaskBack } from '../../ui/stays/take-task-back.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { goToReport, REPORT_ID } from './go-to-report.ts';
import { ReportFiles } from './report-files.tsx';
import styles from './stays.module.css';
import type { Stay } from './types.ts';
import { useReport, type ReportDraft } from './use-report.ts';

const PARTS: readonly {
  readonly key: keyof ReportDraft;
  readonly label: string;
  readonly hint: string;
}[] = [
  { key: 'work', label: 'Work', hint: 'What was done, how well, and what is left.' },
  { key: 'behaviour', label: 'Behaviour', hint: 'How the pupil settled, with staff and with others.' },
  { key: 'nextSteps', label: 'Next steps', hint: 'What the school should do when the pupil is back.' },
];

/** The end-of-placement report: attendance is worked out, the rest is written here. */
export function ReportPanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const report = useReport(stay);
  // Whoever looks at a report does not write it.
  const others = useEditing('stay', report.unsaved ? stay.placementId : undefined);
  const { drawn } = useCurtain();
  const [changing, setChanging] = useState(false);
  const guard = useLeaveGuard(
    report.unsaved,
    'The report is not saved. What you typed is lost if you leave.',
  );
  const finishedOn = stay.report?.finishedOn;
  const task = stay.tasks.find(({ kind, doneOn }) => kind === 'report' && doneOn !== undefined);
  const notes = useStayNotes();
  const turned = useRef(false);
  // The button that finished or reopened it has gone: the first field or button of the report takes the focus.
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    goToReport();
  }, [finishedOn]);
  const writes = mayWork && (finishedOn === undefined || (changing && task === undefined));
  const problems = Object.fromEntries(
    (report.error?.fields ?? []).map(({ path, message }) => [path, message]),
  );
  const save = async (finish: boolean) => {
    turned.current = finish;
    if (!(await report.send(finish))) {
      turned.current = false;
      return;
    }
    setChanging(false);
    notify(
      finish
        ? { title: 'Report finished', text: 'It can go to the school and the parents.' }
        : { title: 'Draft saved' },
    );
  };
  return (
    <div id={REPORT_ID} tabIndex={-1} className={styles.report}>
      {guard}
      <Panel
        title="End-of-placement report"
        context={
          finishedOn === undefined ? undefined : (
            <>
              Finished <DateText date={finishedOn} />
              {stay.report?.finishedBy ? ` by ${stay.report.finishedBy}` : null}
            </>
          )
        }
        actions={<ReportFiles finished={finishedOn !== undefined} report={report} />}
        footer={
          writes && !drawn ? (
            <>
              {report.unsaved ? <StatusTag tone="info">Not saved yet</StatusTag> : null}
              <Button icon={SaveIcon} loading={report.saving} onClick={() => void save(false)}>
                Save draft
              </Button>
              <Button
                variant="primary"
                icon={CheckIcon}
                loading={report.saving}
                onClick={() => void save(true)}
              >
                Finish the report
              </Button>
            </>
          ) : mayWork && !drawn ? (
            <Button icon={EditIcon} expanded={changing} onClick={() => setChanging(true)}>
              Change the report…
            </Button>
          ) : undefined
        }
      >
        <Stack gap={3}>
          <EditedElsewhere others={others} />
          {report.error ? <VeiledError title="Not saved" error={report.error} /> : null}
          {changing && task !== undefined ? (
            <TakeTaskBack
              task={task}
              as="open"
              busy={notes.busy}
              error={notes.error}
              onSend={(reason) =>
                notes.takeBack(task, 'open', reason, () => {
                  turned.current = true;
                  setChanging(false);
                })
              }
              onClose={() => setChanging(false)}
            />
          ) : null}
          <div>
            <h3>Attendance</h3>
            <Text>
              {stay.attendance.possible === 0
                ? 'No session is marked yet: attendance is worked out from the marks.'
                : sayAttendance(stay.attendance)}
            </Text>
          </div>
          {drawn ? (
            <Text muted>The report is about the pupil: show names to read or write it.</Text>
          ) : (
            PARTS.map(({ key, label, hint }) =>
              writes ? (
                <TextArea
                  key={key}
                  label={label}
                  name={key}
                  hint={hint}
                  rows={4}
                  maxLength={4000}
                  value={report.draft[key]}
                  error={problems[key]}
                  onChange={(text) => report.change({ [key]: text })}
                />
              ) : (
                <div key={key}>
                  <h3>{label}</h3>
                  <p className={styles.prose}>{report.draft[key] || 'Nothing written.'}</p>
                </div>
              ),
            )
          )}
        </Stack>
      </Panel>
    </div>
  );
}
