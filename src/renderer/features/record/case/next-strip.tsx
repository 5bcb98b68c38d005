import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useOperation } from '../../../api/client.ts';
import { useDutyNotes } from '../../../api/use-duty-notes.ts';
import { useMay } from '../../../api/use-may.ts';
import { StatusTag } from '../../../ui/data/status-tag.tsx';
import { NoteDone } from '../../../ui/duties/note-done.tsx';
import type { DutyShown } from '../../../ui/duties/types.ts';
import { Button } from '../../../ui/form/button.tsx';
import { useHotkey } from '../../../ui/hooks/use-hotkey.ts';
import { LetterIcon, PhoneIcon, PlaceIcon } from '../../../ui/icons.ts';
import { notify } from '../../../ui/overlay/notify.tsx';
import { plural } from '../../../ui/words/format.ts';
import { nextSteps } from './next-steps.ts';
import styles from './case.module.css';
import type { Case, LetterRow } from './types.ts';

interface NextStripProps {
  readonly found: Case;
  /** Undefined while they load. */
  readonly duties: readonly DutyShown[] | undefined;
  readonly letters: readonly LetterRow[] | undefined;
  readonly mayPlace: boolean;
  readonly takeFocus: boolean;
  /** Duties or letters are being read again: what was done last may not be in them yet. */
  readonly fetching: boolean;
  /** Whether the main button of the page is here, and not in the view under it. */
  readonly leads: boolean;
}

/** What is next in the case, in its order: the call to the parents, the letter, the places. Each has a key. */
export function NextStrip({ found, duties, letters, mayPlace, takeFocus, fetching, leads }: NextStripProps) {
  const exclusionId = found.row.id;
  const navigate = useNavigate();
  const user = useOperation('session.get', {}).data?.userName ?? '';
  const mayNote = useMay('duties.fulfil');
  const notes = useDutyNotes();
  const [noting, setNoting] = useState(false);
  const places = useOperation('places.itinerary', { exclusionId }, { enabled: mayPlace });
  const uncovered = places.data?.uncovered ?? 0;
  const { law, promise } = found.preview.educationDue;
  const steps = nextSteps({
    duties: duties ?? [],
    letters: letters ?? [],
    uncovered,
    educationDue: law !== undefined || promise !== undefined,
  });
  // The focus goes to what is next now, not to what was next before the last step.
  const [settled, setSettled] = useState(!takeFocus);
  if (!settled && !fetching) setSettled(true);
  const loading = !settled || duties === undefined || letters === undefined || (mayPlace && places.isPending);
  const { phone, letter, first } = steps;
  const calling = phone !== undefined && phone.status !== 'done' && mayNote;

  const openLetter = () => {
    if (letter === undefined) return;
    void navigate({ to: '/record/letter', search: { exclusion: exclusionId, letter: letter.templateId } });
  };
  const openPlaces = () => void navigate({ to: '/places', search: { exclusion: exclusionId } });
  useHotkey('L', openLetter, { enabled: letter !== undefined, description: 'Open the next letter' });
  useHotkey('P', openPlaces, { enabled: mayPlace, description: 'Places of this case' });
  useHotkey('T', () => setNoting(true), { enabled: calling, description: 'Note the call to the parents' });

  if (loading || (first === undefined && !calling)) return null;
  const variantOf = (step: typeof first) => (leads && first === step ? 'primary' : 'secondary');
  return (
    <section className={styles.next} aria-label="Next">
      <h2 className={styles.nextTitle}>Next</h2>
      <ol className={styles.steps}>
        {phone === undefined ? null : (
          <Step
            title={phone.title}
            state={
              phone.status === 'done' ? (
                <StatusTag tone="done">Noted</StatusTag>
              ) : (
                <StatusTag tone={phone.status === 'overdue' ? 'overdue' : 'due'}>{phone.due}</StatusTag>
              )
            }
          >
            {calling ? (
              <Button
                icon={PhoneIcon}
                variant={variantOf('phone')}
                shortcut="T"
                showShortcut
                expanded={noting}
                onClick={() => setNoting(true)}
                autoFocus={takeFocus && first === 'phone'}
              >
                Note the call
              </Button>
            ) : null}
          </Step>
        )}
        {letter === undefined ? null : (
          <Step
            title={letter.title}
            state={
              letter.state === 'stale' ? (
                <StatusTag tone="overdue">Out of date</StatusTag>
              ) : letter.missing > 0 ? (
                <StatusTag tone="due">{plural(letter.missing, 'gap')} to fill</StatusTag>
              ) : (
                <StatusTag tone="info">Ready</StatusTag>
              )
            }
          >
            <Button
              icon={LetterIcon}
              variant={variantOf('letter')}
              shortcut="L"
              showShortcut
              onClick={openLetter}
              autoFocus={takeFocus && first === 'letter'}
            >
              Open the letter
            </Button>
          </Step>
        )}
        {uncovered === 0 ? null : (
          <Step
            title="A place for every session"
            state={<StatusTag tone="overdue">{plural(uncovered, 'session')} with no place</StatusTag>}
          >
            <Button
              icon={PlaceIcon}
              variant={variantOf('places')}
              shortcut="P"
              showShortcut
              onClick={openPlaces}
              autoFocus={takeFocus && first === 'places'}
            >
              Find a place
            </Button>
          </Step>
        )}
      </ol>
      {noting && phone !== undefined && phone.status !== 'done' ? (
        <NoteDone
          duty={phone}
          user={user}
          busy={notes.busy}
          error={notes.error}
          onClose={() => {
            setNoting(false);
            notes.clear();
          }}
          onDone={(note) =>
            notes.fulfil(exclusionId, phone.key, note, () => {
              setNoting(false);
              notify({ title: 'Call noted', text: 'It stands among the duties of the case.' });
            })
          }
        />
      ) : null}
    </section>
  );
}

interface StepProps {
  readonly title: string;
  readonly state: ReactNode;
  readonly children: ReactNode;
}

function Step({ title, state, children }: StepProps) {
  return (
    <li className={styles.step}>
      <span className={styles.stepTitle}>{title}</span>
      <span className={styles.stepLine}>
        {children}
        {state}
      </span>
    </li>
  );
}
