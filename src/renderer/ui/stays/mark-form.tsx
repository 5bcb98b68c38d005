import { useEffect, useRef, useState } from 'react';
import { ATTENDANCE_REASONS, PLACE_OUTCOMES } from '#shared/domain/placements/types.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { ATTENDANCE_REASON_WORDS, OUTCOME_WORDS } from '#shared/text/stay-words.ts';
import { Panelled } from '../duties/panelled.tsx';
import { VeiledError } from '../feedback/veiled-error.tsx';
import { Button } from '../form/button.tsx';
import { SegmentedChoice } from '../form/segmented-choice.tsx';
import { SelectField } from '../form/select-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { TimeField } from '../form/time-field.tsx';
import { CheckIcon, UndoIcon } from '../icons.ts';
import { Row } from '../layout/row.tsx';
import { LetIn } from './let-in.tsx';
import { markDraft, markProblems, toMark } from './mark-draft.ts';
import styles from './stays.module.css';
import type { Attendance, Mark } from './types.ts';

const OUTCOMES = PLACE_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

const REASONS = [
  { value: 'none', label: 'None' },
  ...ATTENDANCE_REASONS.map((value) => ({ value, label: capital(ATTENDANCE_REASON_WORDS[value]) })),
] as const;

interface MarkFormProps {
  /** Which place: "Attendance, Tue 3 June am". */
  readonly label: string;
  readonly attendance: Attendance;
  /** It is on record: it can be taken back. */
  readonly marked: boolean;
  /** Papers and signatures that are not there: without them nobody is marked as attended. */
  readonly bars: readonly string[];
  readonly mayOverride: boolean;
  /** The field that takes the focus. */
  readonly startAt: 'outcome' | 'arrivedAt' | 'reason' | 'override.reason';
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onMark: (mark: Mark, override: string | undefined) => void;
  readonly onClose: () => void;
}

/** What came of one place, with times, reason and a note; in place, under the place itself. */
export function MarkForm(props: MarkFormProps) {
  const { label, attendance, marked, bars, mayOverride, startAt, busy, error, onMark, onClose } = props;
  const [draft, setDraft] = useState(() => markDraft(attendance));
  const [override, setOverride] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>('input, select') ?? [];
    const named = [...fields].find(({ name }) => name === startAt);
    const checked = [...fields].find((field) => field.checked);
    (named ?? checked ?? fields[0])?.focus();
  }, [startAt]);
  const there = draft.outcome === 'attended';
  const barred = there && bars.length > 0;
  const problems = tried ? markProblems(draft) : {};
  const change = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));
  const send = () => {
    setTried(true);
    if (Object.keys(markProblems(draft)).length > 0) return;
    if (barred && mayOverride && override.trim() === '') return;
    onMark(toMark(draft), barred && mayOverride ? override : undefined);
  };
  return (
    <Panelled label={label} busy={busy} onSend={send} onClose={onClose}>
      <div ref={form} className={styles.fields}>
        {error ? <VeiledError title="Not marked" error={error} /> : null}
        <SegmentedChoice
          label="What came of it"
          name="outcome"
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
          options={OUTCOMES}
          error={problems['outcome']}
        />
        {barred ? (
          <LetIn
            bars={bars}
            mayOverride={mayOverride}
            reason={override}
            onReason={setOverride}
            tried={tried}
          />
        ) : null}
        <Row gap={4} align="start">
          {there ? (
            <>
              <TimeField
                label="Came at"
                name="arrivedAt"
                optional
                width="narrow"
                note="Only when late"
                value={draft.arrivedAt}
                onChange={(arrivedAt) => change({ arrivedAt })}
                error={problems['arrivedAt']}
              />
              <TimeField
                label="Left at"
                name="leftAt"
                optional
                width="narrow"
                note="Only when early"
                value={draft.leftAt}
                onChange={(leftAt) => change({ leftAt })}
                error={problems['leftAt']}
              />
            </>
          ) : null}
          <SelectField
            label="Reason"
            name="reason"
            optional
            width="medium"
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            options={REASONS}
          />
        </Row>
        <TextField
          label="Note"
          name="note"
          optional
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={400}
        />
      </div>
      <div className={styles.buttons}>
        {marked ? (
          <span className={styles.first}>
            <Button
              variant="quiet"
              icon={UndoIcon}
              onClick={() => onMark({ outcome: null }, undefined)}
              disabled={busy}
            >
              Take the mark back
            </Button>
          </span>
        ) : null}
        <Button onClick={onClose} shortcut="Esc">
          Cancel
        </Button>
        <Button variant="primary" type="submit" icon={CheckIcon} loading={busy}>
          Mark
        </Button>
      </div>
    </Panelled>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
