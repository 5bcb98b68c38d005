import type { AppError } from '#shared/kernel/result.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon, ClosedDayIcon, PupilsIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Mark } from '../../ui/stays/types.ts';
import { formatTime, plural } from '../../ui/words/format.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { unmarked } from './markable.ts';
import { RegisterRow, type OpenMark } from './register-row.tsx';
import type { RegisterPupil, RegisterSession } from './types.ts';
import type { RegisterKey } from './use-register-keys.ts';
import styles from './register.module.css';

interface SessionPanelProps {
  readonly session: RegisterSession;
  readonly date: string;
  readonly mayMark: boolean;
  readonly mayOverride: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly opened: OpenMark | undefined;
  /** The place whose row is in the tab order. */
  readonly current: string | undefined;
  readonly onCurrent: (placeId: string) => void;
  readonly onKey: (pupil: RegisterPupil, key: RegisterKey) => void;
  readonly onMark: (pupil: RegisterPupil, mark: Mark, override: string | undefined) => void;
  readonly onClose: () => void;
  readonly onMarkRest: () => void;
}

const SLOT_NAMES = { am: 'Morning', pm: 'Afternoon' } as const;

/** One session: its places, its adults, and a row for each pupil who comes. */
export function SessionPanel(props: SessionPanelProps) {
  const { session, mayMark, busy, onMarkRest } = props;
  const { slot, starts, ends, capacity, closed, pupils } = session;
  const rest = unmarked(pupils).filter(({ bars }) => bars.length === 0).length;
  const name = SLOT_NAMES[slot];
  return (
    <Panel
      title={starts === '' ? name : `${name}, ${formatTime(starts)} to ${formatTime(ends)}`}
      context={
        <>
          {`${String(pupils.length)} of ${plural(capacity, 'place')} taken`}
          <Adults session={session} />
        </>
      }
      actions={
        mayMark && rest > 0 ? (
          <Button size="small" icon={CheckIcon} loading={busy} onClick={onMarkRest}>
            {rest === pupils.length ? 'Mark all as attended' : 'Mark all the rest as attended'}
            <VisuallyHidden>, {name.toLowerCase()}</VisuallyHidden>
          </Button>
        ) : undefined
      }
      flush
    >
      {pupils.length > 0 ? (
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{name}: who comes, with what, and attendance</VisuallyHidden>
          </caption>
          <colgroup>
            <col className={styles.colPupil} />
            <col className={styles.colWith} />
            <col />
            <col className={styles.colAct} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Pupil</th>
              <th scope="col">Papers and escort</th>
              <th scope="col">Attendance</th>
              <th scope="col" className={styles.screenOnly}>
                <VisuallyHidden>Action</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {pupils.map((pupil) => (
              <RegisterRow
                key={pupil.placeId}
                {...props}
                pupil={pupil}
                opened={props.opened?.placeId === pupil.placeId ? props.opened : undefined}
                inTabOrder={props.current === pupil.placeId}
              />
            ))}
          </tbody>
        </table>
      ) : closed === undefined ? (
        <EmptyState icon={PupilsIcon} title="Nobody comes">
          Places for this session are booked on the board.
        </EmptyState>
      ) : (
        <EmptyState icon={ClosedDayIcon} title={`Closed: ${closed}`} />
      )}
    </Panel>
  );
}

/** Who is down for the session, against how many it needs with the pupils who come. */
function Adults({ session: { adults, adultsNeeded } }: { readonly session: RegisterSession }) {
  if (adults.length === 0 && adultsNeeded === 0) return null;
  const short = adults.length < adultsNeeded;
  return (
    <>
      {' · '}
      {adults.length === 0 ? 'No adult is down' : `Adults: ${adults.join(', ')}`}
      {adultsNeeded > 0 && !short ? ` (${String(adultsNeeded)} needed)` : null}
      {short ? (
        <>
          {' '}
          <StatusTag tone="overdue">
            {String(adults.length)} of {String(adultsNeeded)} adults needed
          </StatusTag>
        </>
      ) : null}
    </>
  );
}
