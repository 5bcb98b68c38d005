import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function KeyWorkersPage() {
  return (
    <Page>
      <PageHeader title="Key workers" />
    </Page>
  );
}
