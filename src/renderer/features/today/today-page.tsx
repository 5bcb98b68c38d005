import { useState } from 'react';
import type { Permission } from '#shared/permissions/roles.ts';
import { useOperation } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { RecordIcon, TodayIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { FindPlaces } from './find-places.tsx';
import { DayCommands } from './day-commands.tsx';
import type { Board } from './duties.ts';
import { DutyBoard } from './duty-board.tsx';
import { DayLists } from './day-lists.tsx';
import { JumpTag } from './jump-tag.tsx';
import { OutTable } from './out-table.tsx';
import { SupportDue } from './support-due.tsx';
import type { Sheet } from './sheet.ts';
import { MorningHead } from './morning-head.tsx';
import { StayBoard } from './stay-board.tsx';
import type { StayTasks } from './stay-tasks.ts';
import styles from './today.module.css';

/** Another PC may book a place: the day is read again this often (ms). */
const REFRESH = 30_000;

/** Who is out and where each one is, what is due, who returns, what starts next; prints as the morning sheet. */
export function TodayPage() {
  const today = useToday();
  const permissions = useOperation('session.get', {}).data?.permissions;
  const [chosen, setChosen] = useState<string>();
  if (permissions === undefined) return null;
  const go = (day: string | undefined) => {
    if (day !== undefined) setChosen(day === today ? undefined : day);
  };
  const date = chosen ?? today;
  // A governors' clerk has the board of what is due, the staff of a provider what their stays owe; neither who is out.
  if (!permissions.includes('places.view')) return <DutiesDue today={today} />;
  if (!permissions.includes('places.arrange')) return <StaysDue today={today} />;
  return <DayPage date={date} today={today} permissions={permissions} onGo={go} />;
}

/** What is due, alone. */
function DutiesDue({ today }: { readonly today: string }) {
  const board = useOperation('duties.board', {}, { keepPrevious: true, refreshEvery: REFRESH });
  return (
    <Page>
      <PageHeader
        title="Today"
        status={board.data ? <Late board={board.data} /> : null}
        context={<DateText date={today} />}
      />
      <Loaded query={board} what="what is due">
        {(duties) => <DutyBoard board={duties} today={today} />}
      </Loaded>
    </Page>
  );
}

/** What stays owe, alone. */
function StaysDue({ today }: { readonly today: string }) {
  const stays = useOperation('stays.tasks', {}, { keepPrevious: true, refreshEvery: REFRESH });
  return (
    <Page>
      <PageHeader
        title="Today"
        status={stays.data ? <LateStays due={stays.data} /> : null}
        context={<DateText date={today} />}
      />
      <Loaded query={stays} what="what stays owe">
        {(due) => <StayBoard due={due} date={today} today={today} />}
      </Loaded>
    </Page>
  );
}

interface DayPageProps {
  readonly date: string;
  readonly today: string;
  readonly permissions: readonly Permission[];
  readonly onGo: (day: string | undefined) => void;
}

function DayPage({ date, today, permissions, onGo }: DayPageProps) {
  const sheet = useOperation('today.get', { date }, { keepPrevious: true, refreshEvery: REFRESH });
  const mayDuties = permissions.includes('duties.view');
  const board = useOperation(
    'duties.board',
    { date },
    { enabled: mayDuties, keepPrevious: true, refreshEvery: REFRESH },
  );
  const stays = useOperation('stays.tasks', { date }, { keepPrevious: true, refreshEvery: REFRESH });
  const may = {
    place: permissions.includes('places.book'),
    record: permissions.includes('exclusions.record'),
    seePupils: permissions.includes('pupils.view'),
  };
  useHotkey('Alt+PageUp', () => onGo(sheet.data?.previousDay), { description: 'Previous school day' });
  useHotkey('Alt+PageDown', () => onGo(sheet.data?.nextDay), { description: 'Next school day' });

  return (
    <Page>
      <ScreenOnly>
        <PageHeader
          title={date === today ? 'Today' : 'Day sheet'}
          status={
            <>
              {sheet.data ? <Cover sheet={sheet.data} /> : null}
              {board.data ? <Late board={board.data} /> : null}
              {stays.data ? <LateStays due={stays.data} /> : null}
            </>
          }
          context={<DateText date={date} />}
          actions={
            <>
              <DayCommands sheet={sheet.data} today={today} onGo={onGo} />
              {may.place ? <FindPlaces /> : null}
            </>
          }
        />
      </ScreenOnly>
      <Loaded query={sheet} what="the day">
        {(day) => (
          <>
            <MorningHead date={day.date} />
            {day.closed === undefined ? (
              <Panel flush title={titleOf(day, today)}>
                {day.out.length > 0 ? (
                  <OutTable sheet={day} may={may} />
                ) : (
                  <EmptyState
                    icon={TodayIcon}
                    title="Nobody is out"
                    action={
                      may.record ? (
                        <ButtonLink to="/record" icon={RecordIcon}>
                          Record an exclusion
                        </ButtonLink>
                      ) : undefined
                    }
                  >
                    Every pupil is in lessons. When somebody is excluded, each session and its place appears
                    here.
                  </EmptyState>
                )}
              </Panel>
            ) : (
              <Callout tone="closed" title={`No school: ${day.closed}`}>
                {day.nextDay ? (
                  <>
                    The next school day is <DateText date={day.nextDay} />.
                  </>
                ) : (
                  'The term dates after this day are not entered. Enter them under Settings, Calendar.'
                )}
              </Callout>
            )}
            {date === today && permissions.includes('support.view') ? <SupportDue /> : null}
            {mayDuties ? (
              <Loaded query={board} what="what is due">
                {(duties) => <DutyBoard key={date} board={duties} today={today} />}
              </Loaded>
            ) : null}
            <Loaded query={stays} what="what stays owe">
              {(due) => <StayBoard key={date} due={due} date={date} today={today} />}
            </Loaded>
            <div className={styles.lists}>
              <DayLists sheet={day} may={may} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What is late, first of all; it stands further down with what to do. */
function Late({ board: { overdue } }: { readonly board: Board }) {
  if (overdue.length === 0) return null;
  return <JumpTag to="duties-due">{plural(overdue.length, 'duty', 'duties')} overdue</JumpTag>;
}

/** The same of what stays owe. */
function LateStays({ due: { tasks } }: { readonly due: StayTasks }) {
  const late = tasks.filter(({ overdue }) => overdue).length;
  if (late === 0) return null;
  return <JumpTag to="places-due">{String(late)} overdue for places</JumpTag>;
}

const titleOf = ({ date, out }: Sheet, today: string): string =>
  `Out ${date === today ? 'today' : 'that day'}${out.length > 0 ? `: ${plural(out.length, 'pupil')}` : ''}`;

/** The one thing to know first: whether every session is covered. */
function Cover({ sheet: { out, uncovered } }: { readonly sheet: Sheet }) {
  if (uncovered > 0) {
    return <StatusTag tone="overdue">{plural(uncovered, 'session')} with no place</StatusTag>;
  }
  return out.length > 0 ? <StatusTag tone="done">Every session has a place</StatusTag> : null;
}
