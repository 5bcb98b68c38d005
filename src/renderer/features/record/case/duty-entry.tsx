import type { AppError } from '#shared/kernel/result.ts';
import { BasisTag } from '../../../ui/duties/basis-tag.tsx';
import { DutyAction } from '../../../ui/duties/duty-action.tsx';
import { DutyGrounds } from '../../../ui/duties/duty-grounds.tsx';
import { DutyTag } from '../../../ui/duties/duty-tag.tsx';
import { NoteDone } from '../../../ui/duties/note-done.tsx';
import { ReopenDuty } from '../../../ui/duties/reopen-duty.tsx';
import { useFocusKept } from '../../../ui/duties/use-focus-kept.ts';
import type { DoneNote, DutyShown } from '../../../ui/duties/types.ts';
import { Button } from '../../../ui/form/button.tsx';
import { CheckIcon, UndoIcon } from '../../../ui/icons.ts';
import { Disclosure } from '../../../ui/layout/disclosure.tsx';
import { TextLink } from '../../../ui/layout/links.tsx';
import { DateText } from '../../../ui/words/date-text.tsx';
import { InstantText } from '../../../ui/words/instant-text.tsx';
import { VisuallyHidden } from '../../../ui/words/visually-hidden.tsx';
import styles from './case.module.css';

/** Which duty has its small form open, and which form. */
export interface Opened {
  readonly key: string;
  readonly what: 'note' | 'reopen';
}

interface DutyEntryProps {
  readonly duty: DutyShown;
  readonly exclusionId: string;
  readonly user: string;
  readonly mayNote: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly opened: Opened['what'] | undefined;
  readonly takeFocus: boolean;
  readonly onOpen: (what: Opened['what'] | undefined) => void;
  readonly onDone: (note: DoneNote) => void;
  readonly onReopen: (reason: string) => void;
}

/** One duty: where it stands, what and to whom, by when, the one action, and on request why. */
export function DutyEntry(props: DutyEntryProps) {
  const { duty, exclusionId, mayNote, opened, takeFocus, onOpen } = props;
  const row = useFocusKept(takeFocus, duty.status);
  const open = duty.status !== 'done' && duty.status !== 'no-longer-owed';
  return (
    <li ref={row} tabIndex={-1} className={styles.duty}>
      <div className={styles.dutyHead}>
        <span className={styles.dutyState}>
          <DutyTag duty={duty} />
        </span>
        <div className={styles.dutyWords}>
          <p className={styles.dutyTitle}>{duty.title}</p>
          <p className={styles.dutyDue}>
            <BasisTag basis={duty.basis} /> {duty.due} · {duty.party}
          </p>
          <Fulfilled duty={duty} />
          {duty.key === 'reintegration-meeting' && duty.status !== 'no-longer-owed' ? (
            <p className={styles.dutyDue}>
              <TextLink to="/record" search={{ exclusion: exclusionId, tab: 'return' }}>
                Who comes, what is agreed and who looks in
              </TextLink>
            </p>
          ) : null}
          <Disclosure summary="Why, and the rule">
            <DutyGrounds duty={duty} />
            {open && mayNote && duty.action !== undefined ? (
              <div className={styles.other}>
                <Button
                  size="small"
                  icon={CheckIcon}
                  expanded={opened === 'note'}
                  onClick={() => onOpen('note')}
                >
                  Note as done in another way
                </Button>
              </div>
            ) : null}
          </Disclosure>
        </div>
        <div className={styles.dutyAction}>
          {open ? (
            <DutyAction
              duty={duty}
              exclusionId={exclusionId}
              of={duty.title}
              mayNote={mayNote}
              noting={opened === 'note'}
              onNote={() => onOpen('note')}
            />
          ) : duty.status === 'done' && mayNote ? (
            <Button
              size="small"
              variant="quiet"
              icon={UndoIcon}
              expanded={opened === 'reopen'}
              onClick={() => onOpen('reopen')}
            >
              Open again<VisuallyHidden>: {duty.title}</VisuallyHidden>
            </Button>
          ) : null}
        </div>
      </div>
      {opened === 'note' && open ? (
        <NoteDone
          duty={duty}
          user={props.user}
          busy={props.busy}
          error={props.error}
          onDone={props.onDone}
          onClose={() => onOpen(undefined)}
        />
      ) : null}
      {opened === 'reopen' && !open ? (
        <ReopenDuty
          duty={duty}
          busy={props.busy}
          error={props.error}
          onReopen={props.onReopen}
          onClose={() => onOpen(undefined)}
        />
      ) : null}
    </li>
  );
}

function Fulfilled({ duty: { fulfilled } }: { readonly duty: DutyShown }) {
  if (fulfilled === undefined) return null;
  const { on, how, byWhom, evidence, recordedBy, recordedAt } = fulfilled;
  return (
    <p className={styles.fulfilled}>
      Done <DateText date={on} />: {how}, by {byWhom}.{evidence ? ` Evidence: ${evidence}.` : null} Noted by{' '}
      {recordedBy}, <InstantText instant={recordedAt} />.
    </p>
  );
}
