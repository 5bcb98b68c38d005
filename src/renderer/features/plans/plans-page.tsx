import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function PlansPage() {
  return (
    <Page>
      <PageHeader title="Plans" />
    </Page>
  );
}
