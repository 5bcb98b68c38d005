import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './stays.module.css';
import type { Stay } from './types.ts';

type Course = Stay['courses'][number];

/** Courses that go on from stay to stay until all their sessions are done. */
export function CoursesPanel({ stay, mayWork }: { readonly stay: Stay; readonly mayWork: boolean }) {
  const [noting, setNoting] = useState<string>();
  return (
    <Panel title="Courses">
      <ul className={styles.plain}>
        {stay.courses.map((one) => (
          <li key={one.course} className={styles.course}>
            <ProgressBar
              label={`${one.course}: ${sayProgress(one)}`}
              fraction={one.done / one.total}
              hideLabel
            />
            <div className={styles.entry}>
              <div className={styles.entryWords}>
                <strong>{one.course}</strong>: {sayProgress(one)}
              </div>
              {mayWork && !one.completed ? (
                <Button
                  size="small"
                  icon={AddIcon}
                  expanded={noting === one.course}
                  onClick={() => setNoting(noting === one.course ? undefined : one.course)}
                >
                  Note…<VisuallyHidden> sessions of {one.course}</VisuallyHidden>
                </Button>
              ) : null}
            </div>
            {noting === one.course ? (
              <NoteSessions
                placementId={stay.placementId}
                course={one}
                onClose={() => setNoting(undefined)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** "3 of 8, 2 of them here; goes on at the next stay". */
function sayProgress({ done, total, doneHere, completed }: Course): string {
  const here = doneHere === done || done === 0 ? '' : `, ${String(doneHere)} of them here`;
  return `${String(done)} of ${String(total)}${here}; ${completed ? 'completed' : 'goes on at the next stay'}`;
}

interface NoteSessionsProps {
  readonly placementId: string;
  readonly course: Course;
  readonly onClose: () => void;
}

function NoteSessions({ placementId, course: { course, done, total }, onClose }: NoteSessionsProps) {
  const today = useToday();
  const note = useCommand('stays.course');
  const [sessions, setSessions] = useState<number | null>(1);
  const [on, setOn] = useState<string | null>(today);
  const send = () => {
    if (sessions === null || on === null) return;
    note.mutate(
      { placementId, course, sessions, on },
      {
        onSuccess: (now) => {
          notify({ title: `${course}: ${String(now.done)} of ${String(now.total)} done` });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label={`Note sessions of ${course}`} onSend={send} onClose={onClose} busy={note.isPending}>
      {note.error ? <ErrorCallout title="Not noted" error={note.error.error} /> : null}
      <Row gap={4} align="start">
        <NumberField
          label="Sessions done"
          name="sessions"
          value={sessions}
          onChange={setSessions}
          min={1}
          max={Math.max(1, total - done)}
        />
        <DateField label="Last on" name="on" value={on} onChange={setOn} autoFocus />
      </Row>
      <div className={styles.buttons}>
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" loading={note.isPending}>
          Note them
        </Button>
      </div>
    </Panelled>
  );
}
