import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function CriteriaPage() {
  return (
    <Page>
      <PageHeader title="Criteria" />
    </Page>
  );
}
