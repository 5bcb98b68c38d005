import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export interface PupilPageProps {
  readonly pupilId: string;
}

/** Stands in until the screen is written. */
export function PupilPage(_props: PupilPageProps) {
  return (
    <Page>
      <PageHeader title="Pupil" />
      <EmptyState icon={InboxIcon} title="This screen comes next" />
    </Page>
  );
}
