import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function PanelPage() {
  return (
    <Page>
      <PageHeader title="Inclusion panel" />
    </Page>
  );
}
