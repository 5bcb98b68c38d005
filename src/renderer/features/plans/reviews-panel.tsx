import { useState } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Plan } from '../../ui/support/types.ts';
import { ReviewForm } from './review-form.tsx';
import { ReviewList } from './review-list.tsx';

interface ReviewsPanelProps {
  readonly plan: Plan;
  /** When it would be looked at after a review today. */
  readonly nextReviewOn: string;
  readonly mayEdit: boolean;
  readonly onOpen: () => void;
}

/** The reviews of a plan, and the form for the next one. */
export function ReviewsPanel({ plan, nextReviewOn, mayEdit, onOpen }: ReviewsPanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="Reviews"
      context="On the last school day of each half term"
      actions={
        mayEdit ? (
          <Button
            size="small"
            icon={CheckIcon}
            expanded={open}
            onClick={() => {
              onOpen();
              setOpen(!open);
            }}
          >
            Review the plan…
          </Button>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {open ? (
          <ReviewForm
            key={plan.version}
            plan={plan}
            nextReviewOn={nextReviewOn}
            onClose={() => setOpen(false)}
          />
        ) : null}
        {plan.reviews.length === 0 ? (
          <Text muted>Not looked at yet.</Text>
        ) : (
          <ReviewList reviews={plan.reviews} />
        )}
      </Stack>
    </Panel>
  );
}
