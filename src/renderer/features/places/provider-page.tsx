import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export interface ProviderPageProps {
  readonly providerId: string;
}

/** Stands in until the screen is written. */
export function ProviderPage(_props: ProviderPageProps) {
  return (
    <Page>
      <PageHeader title="Provider" />
      <EmptyState icon={InboxIcon} title="This screen comes next" />
    </Page>
  );
}
