import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SupportSummary } from '../../ui/support/support-summary.tsx';

/** What is done for the pupil: register, plan, courses, referrals, panels. */
export function SupportPanel({ pupilId }: { readonly pupilId: string }) {
  const support = useOperation('plans.pupil', { pupilId });
  return (
    <Loaded query={support} what="the support">
      {(found) => <SupportSummary support={found} on="pupil" />}
    </Loaded>
  );
}
