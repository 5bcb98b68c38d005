import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export interface PlacesPageProps {
  readonly exclusionId?: string | undefined;
}

/** Stands in until the screen is written. */
export function PlacesPage(_props: PlacesPageProps) {
  return (
    <Page>
      <PageHeader title="Places" />
      <EmptyState icon={InboxIcon} title="This screen comes next" />
    </Page>
  );
}
