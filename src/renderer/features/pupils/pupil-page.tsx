import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { PupilCase } from './pupil-case.tsx';

export interface PupilPageProps {
  readonly pupilId: string;
}

/** One pupil: who it is, totals against the limits, every exclusion, and what was done when. */
export function PupilPage({ pupilId }: PupilPageProps) {
  const pupil = useOperation('pupils.get', { pupilId });
  return (
    <Page>
      <Loaded query={pupil} what="the pupil">
        {(found) => <PupilCase found={found} />}
      </Loaded>
    </Page>
  );
}
