import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export interface RecordPageProps {
  readonly exclusionId?: string | undefined;
  readonly pupilId?: string | undefined;
}

/** Stands in until the screen is written. */
export function RecordPage(_props: RecordPageProps) {
  return (
    <Page>
      <PageHeader title="Record an exclusion" />
      <EmptyState icon={InboxIcon} title="This screen comes next" />
    </Page>
  );
}
