import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import type { Plan, Target } from '../../ui/support/types.ts';
import { useTried } from '../../ui/support/use-tried.ts';

import { useToday } from '../../ui/words/today.tsx';

type Outcome = Exclude<Target['state'], 'open'>;

const OUTCOMES: readonly { readonly value: Outcome; readonly label: string }[] = [
  { value: 'met', label: 'Met' },
  { value: 'partly-met', label: 'Partly' },
  { value: 'not-met', label: 'Not met' },
  { value: 'dropped', label: 'Drop it' },
];

interface Draft {
  readonly on: string | null;
  readonly next: string | null;
  readonly note: string;
  /** By the ids of the targets. */
  readonly outcome: Readonly<Record<string, Outcome>>;
}

interface ReviewFormProps {
  readonly plan: Plan;
  readonly nextReviewOn: string;
  readonly onClose: () => void;
}

/** Says how every target of a plan stands, and when it is looked at next. */
export function ReviewForm({ plan, nextReviewOn, onClose }: ReviewFormProps) {
  const today = useToday();
  const review = useCommand('plans.review');
  const targets = plan.targets.filter(({ state }) => state !== 'dropped');
  const [draft, setDraft] = useState<Draft>({
    on: today,
    next: nextReviewOn,
    note: '',
    outcome: {},
  });
  useKeptForm(`plan-review/${plan.id}`, draft, setDraft);
  const { on, next, note, outcome } = draft;
  const missing = [
    ...targets
      .filter(({ id }) => outcome[id] === undefined)
      .map(({ id }) => ({ path: `outcome.${id}`, message: 'Say how this target stands.' })),
    ...(note.trim() === '' ? [{ path: 'note', message: 'Enter what the review came to.' }] : []),
    ...(on === null ? [{ path: 'on', message: 'Enter the day.' }] : []),
    ...(next === null ? [{ path: 'nextReviewOn', message: 'Enter the day.' }] : []),
  ];
  const { attempt, errorOf } = useTried(missing, review.error?.error);
  const send = () => {
    if (!attempt() || on === null || next === null) return;
    review.mutate(
      {
        planId: plan.id,
        version: plan.version,
        on,
        note,
        nextReviewOn: next,
        outcome: targets.flatMap(({ id }) => {
          const state = outcome[id];
          return state === undefined ? [] : [{ targetId: id, state }];
        }),
      },
      {
        onSuccess: ({ reviewOn }) => {
          notify({ title: 'Review noted', text: `The next one is due on ${formatDate(reviewOn)}.` });
          onClose();
        },
      },
    );
  };
  return (
    <Panelled label="Review the plan" onSend={send} onClose={onClose} busy={review.isPending}>
      {review.error ? <ErrorCallout title="Not noted" error={review.error.error} /> : null}
      {targets.map(({ id, target }) => (
        <SegmentedChoice<Outcome>
          key={id}
          label={target}
          name={`outcome.${id}`}
          value={outcome[id] ?? null}
          options={OUTCOMES}
          onChange={(state) => setDraft({ ...draft, outcome: { ...outcome, [id]: state } })}
          error={errorOf(`outcome.${id}`)}
        />
      ))}
      <TextArea
        label="What the review came to"
        name="note"
        value={note}
        onChange={(text) => setDraft({ ...draft, note: text })}
        maxLength={2000}
        rows={3}
        error={errorOf('note')}
      />
      <Row gap={4} align="start">
        <DateField
          label="Looked at on"
          name="on"
          value={on}
          onChange={(day) => setDraft({ ...draft, on: day })}
          error={errorOf('on')}
        />
        <DateField
          label="Next review"
          name="nextReviewOn"
          value={next}
          onChange={(day) => setDraft({ ...draft, next: day })}
          error={errorOf('nextReviewOn')}
        />
      </Row>
      <FormButtons send="Note the review" busy={review.isPending} onClose={onClose} />
    </Panelled>
  );
}
