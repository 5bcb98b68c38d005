import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { TargetList } from '../../ui/support/target-list.tsx';
import type { Plan } from '../../ui/support/types.ts';

import { ReviewList } from './review-list.tsx';

/** Plans that were closed, one press away. */
export function EarlierPlans({ plans }: { readonly plans: readonly Plan[] }) {
  if (plans.length === 0) return null;
  return (
    <Panel title="Earlier plans">
      <Stack gap={3}>
        {plans.map(({ id, from, closed, targets, reviews }) => (
          <Disclosure
            key={id}
            summary={`${formatDate(from)} to ${formatDate(closed?.on ?? from)}: ${closed?.why ?? ''}`}
          >
            <Stack gap={3}>
              <TargetList targets={targets} />
              <ReviewList reviews={reviews} />
            </Stack>
          </Disclosure>
        ))}
      </Stack>
    </Panel>
  );
}
