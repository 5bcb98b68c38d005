import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

/** Stands in until the screen is written. */
export function ImportPage() {
  return (
    <Page>
      <PageHeader title="Import pupils" />
      <EmptyState icon={InboxIcon} title="This screen comes next" />
    </Page>
  );
}
