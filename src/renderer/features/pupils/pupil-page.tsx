import type { ReactNode } from 'react';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { PupilCase } from './pupil-case.tsx';

export interface PupilPageProps {
  readonly pupilId: string;
  /** Panels of other areas about the pupil. */
  readonly more?: ReactNode;
}

/** One pupil: who it is, totals against the limits, every exclusion, and what was done when. */
export function PupilPage({ pupilId, more }: PupilPageProps) {
  const pupil = useOperation('pupils.get', { pupilId });
  return (
    <Page>
      <Loaded query={pupil} what="the pupil">
        {(found) => <PupilCase found={found} more={more} />}
      </Loaded>
    </Page>
  );
}
