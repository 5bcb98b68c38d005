import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SupportSummary } from '../../ui/support/support-summary.tsx';

/** The plan, courses and referrals of a pupil on the register. */
export function PlanSummary({ pupilId }: { readonly pupilId: string }) {
  const support = useOperation('plans.pupil', { pupilId });
  return (
    <Loaded query={support} what="the plan">
      {(found) => <SupportSummary support={found} on="entry" />}
    </Loaded>
  );
}
