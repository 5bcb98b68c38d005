import { PURPOSE_WORDS } from '#shared/text/placement-words.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { AttendanceTag } from '../../ui/stays/attendance-tag.tsx';
import { MarkForm } from '../../ui/stays/mark-form.tsx';
import type { Attendance, Mark } from '../../ui/stays/types.ts';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import { isMarkable } from './markable.ts';
import type { RegisterPupil } from './types.ts';
import type { RegisterKey } from './use-register-keys.ts';
import styles from './register.module.css';

/** The mark that is being made with more than one key. */
export interface OpenMark {
  readonly placeId: string;
  readonly start: Attendance;
  readonly startAt: 'outcome' | 'arrivedAt' | 'override.reason';
}

interface RegisterRowProps {
  readonly pupil: RegisterPupil;
  readonly date: string;
  readonly mayMark: boolean;
  readonly mayOverride: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly opened: OpenMark | undefined;
  readonly inTabOrder: boolean;
  readonly onCurrent: (placeId: string) => void;
  readonly onKey: (pupil: RegisterPupil, key: RegisterKey) => void;
  readonly onMark: (pupil: RegisterPupil, mark: Mark, override: string | undefined) => void;
  readonly onClose: () => void;
}

/** One pupil of a session: who, with what, and the mark; the form with times and reason opens beneath. */
export function RegisterRow(props: RegisterRowProps) {
  const { pupil, date, mayMark, opened, inTabOrder, onCurrent, onKey, onMark, onClose } = props;
  const nameOf = usePersonName();
  const { placeId, state } = pupil;
  return (
    <>
      <tr
        data-place={placeId}
        tabIndex={inTabOrder ? 0 : -1}
        className={styles.row}
        onFocus={() => onCurrent(placeId)}
      >
        <th scope="row">
          <span className={styles.name}>
            <TextLink to="/places/stays/$placementId" params={{ placementId: pupil.placementId }}>
              <PersonName name={pupil.name} />
            </TextLink>
            {pupil.form ? <span className={styles.quiet}> {pupil.form}</span> : null}
          </span>
          <span className={styles.under}>{aboutOf(pupil)}</span>
        </th>
        <td>
          <Papers pupil={pupil} />
        </td>
        <td>
          {state === 'held' ? (
            <StatusTag tone="held">Held, not booked</StatusTag>
          ) : (
            // On paper what is not marked stays empty, to be written in.
            <span className={pupil.outcome === undefined ? styles.screenOnly : undefined}>
              <AttendanceTag attendance={pupil} date={date} />
            </span>
          )}
        </td>
        <td className={styles.act}>
          {mayMark && isMarkable(pupil) ? (
            <MarkButtons pupil={pupil} open={opened !== undefined} name={nameOf(pupil.name)} onKey={onKey} />
          ) : null}
        </td>
      </tr>
      {opened ? (
        <tr>
          <td colSpan={4} className={styles.formCell}>
            <MarkForm
              key={opened.startAt}
              label={`Attendance of ${nameOf(pupil.name)}`}
              attendance={opened.start}
              marked={pupil.outcome !== undefined}
              bars={pupil.outcome === 'attended' ? [] : pupil.bars}
              mayOverride={props.mayOverride}
              startAt={opened.startAt}
              busy={props.busy}
              error={props.error}
              onMark={(mark, override) => onMark(pupil, mark, override)}
              onClose={onClose}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** "Here before · Hosted for another school, Millbrook School". */
function aboutOf({ repeat, purpose, schoolName }: RegisterPupil): string {
  return [
    repeat ? 'Here before' : 'First time here',
    ...(purpose === 'exclusion' ? [] : [PURPOSE_WORDS[purpose]]),
    schoolName,
  ].join(' · ');
}

function Papers({ pupil: { missing, received, escort } }: { readonly pupil: RegisterPupil }) {
  return (
    <>
      {missing.length > 0 ? <StatusTag tone="due">Missing: {missing.join('; ')}</StatusTag> : null}
      {received.length > 0 ? <span className={styles.under}>Came: {received.join('; ')}</span> : null}
      {escort ? <span className={styles.under}>With {escort}</span> : null}
      {missing.length + received.length === 0 && !escort ? (
        <span className={styles.quiet}>None asked for</span>
      ) : null}
    </>
  );
}

interface MarkButtonsProps {
  readonly pupil: RegisterPupil;
  readonly open: boolean;
  readonly name: string;
  readonly onKey: (pupil: RegisterPupil, key: RegisterKey) => void;
}

function MarkButtons({ pupil, open, name, onKey }: MarkButtonsProps) {
  const about = <VisuallyHidden>: {name}</VisuallyHidden>;
  return (
    <span className={styles.marks}>
      {pupil.outcome === undefined ? (
        <>
          <Button size="small" onClick={() => onKey(pupil, 'attended')}>
            Attended{about}
          </Button>
          <Button size="small" onClick={() => onKey(pupil, 'absent')}>
            Absent{about}
          </Button>
        </>
      ) : null}
      <Button size="small" variant="quiet" expanded={open} onClick={() => onKey(pupil, 'more')}>
        {pupil.outcome === undefined ? 'More…' : 'Change…'}
        {about}
      </Button>
    </span>
  );
}
