import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { useStayNotes } from '../../api/use-stay-notes.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { DoneIcon, EditIcon, RegisterIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { TaskEntry } from '../../ui/stays/task-entry.tsx';
import { useTaskForms } from '../../ui/stays/use-task-forms.ts';
import type { Tone } from '../../ui/theme/tone.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './duty-board.module.css';
import type { StayTasks } from './stay-tasks.ts';

interface StayBoardProps {
  readonly due: StayTasks;
  readonly date: string;
  readonly today: string;
}

/** What stays owe: overdue, that day, that week, each with one action; and the registers that nobody marked. */
export function StayBoard({ due: { tasks, unmarked }, date, today }: StayBoardProps) {
  const nameOf = usePersonName();
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const mayWork = useMay('stays.work');
  const entryOf = useTaskForms(useStayNotes());
  const groups: readonly (readonly [string, Tone, StayTasks['tasks']])[] = [
    ['Overdue', 'overdue', tasks.filter(({ overdue }) => overdue)],
    [
      date === today ? 'Today' : 'That day',
      'due',
      tasks.filter(({ overdue, dueOn }) => !overdue && dueOn === date),
    ],
    ['This week', 'info', tasks.filter(({ overdue, dueOn }) => !overdue && dueOn !== date)],
  ];
  return (
    <div id="places-due" tabIndex={-1} className={styles.board}>
      <Panel title="Places: to do" flush>
        {tasks.length === 0 && unmarked.length === 0 ? (
          <EmptyState icon={DoneIcon} title="Nothing is owed for a stay">
            Papers, work, reviews and reports of stays appear here when they are due.
          </EmptyState>
        ) : null}
        {unmarked.length === 0 ? null : <Unmarked unmarked={unmarked} />}
        {groups.map(([title, tone, of]) =>
          of.length === 0 ? null : (
            <section key={title} className={styles.group} data-group={tone} aria-label={`Places, ${title}`}>
              <h3 className={styles.groupTitle}>
                {title} <span className={styles.count}>{of.length}</span>
              </h3>
              <ul className={styles.rows}>
                {byStay(of).map((task, at, all) => (
                  <TaskEntry
                    key={task.id}
                    {...entryOf(task)}
                    of={`${task.title}, ${nameOf(task.name)}`}
                    goesOn={all[at - 1]?.placementId === task.placementId}
                    who={
                      <>
                        <TextLink to="/places/stays/$placementId" params={{ placementId: task.placementId }}>
                          <PersonName name={task.name} />
                        </TextLink>
                        {task.form ? <span className={styles.form}> {task.form}</span> : null}
                        <span className={styles.case}>{task.providerName}</span>
                      </>
                    }
                    way={
                      task.kind === 'report' ? (
                        <ButtonLink
                          to="/places/stays/$placementId"
                          params={{ placementId: task.placementId }}
                          size="small"
                          icon={EditIcon}
                        >
                          Write it
                          <VisuallyHidden>: the report of {nameOf(task.name)}</VisuallyHidden>
                        </ButtonLink>
                      ) : undefined
                    }
                    user={user}
                    mayWork={mayWork}
                  />
                ))}
              </ul>
            </section>
          ),
        )}
      </Panel>
    </div>
  );
}

/** What one stay owes stands together; the stays in order of their first day due. */
function byStay(tasks: StayTasks['tasks']): StayTasks['tasks'] {
  const stays = [...new Set(tasks.map(({ placementId }) => placementId))];
  return stays.flatMap((stay) => tasks.filter(({ placementId }) => placementId === stay));
}

/** Registers named one by one; beyond these only their number. */
const REGISTERS_SHOWN = 4;

/** Attendance of past days that nobody marked, each register a link away. */
function Unmarked({ unmarked }: Pick<StayTasks, 'unmarked'>) {
  const places = unmarked.reduce((sum, one) => sum + one.places, 0);
  const more = unmarked.length - REGISTERS_SHOWN;
  return (
    <section className={styles.group} data-group="due" aria-label="Attendance not marked">
      <h3 className={styles.groupTitle}>
        Attendance not marked <span className={styles.count}>{places}</span>
      </h3>
      <ul className={styles.rows}>
        {unmarked.slice(0, REGISTERS_SHOWN).map(({ providerId, providerName, date, places: count }) => (
          <li key={`${providerId} ${date}`} className={styles.row}>
            <div className={styles.line}>
              <span className={styles.who}>{providerName}</span>
              <span>{plural(count, 'place')} of that day without a mark</span>
              <span className={styles.due}>
                <StatusTag tone="due">
                  <DateText date={date} form="short" />
                </StatusTag>
              </span>
              <span className={styles.action}>
                <ButtonLink
                  to="/places/register"
                  search={{ provider: providerId, date }}
                  size="small"
                  icon={RegisterIcon}
                >
                  Mark
                  <VisuallyHidden>
                    {' '}
                    attendance at {providerName}, <DateText date={date} form="short" />
                  </VisuallyHidden>
                </ButtonLink>
              </span>
            </div>
          </li>
        ))}
        {more > 0 ? (
          <li className={styles.row}>{plural(more, 'more register')} to mark after these.</li>
        ) : null}
      </ul>
    </section>
  );
}
