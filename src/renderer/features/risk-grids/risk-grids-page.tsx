import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function RiskGridsPage() {
  return (
    <Page>
      <PageHeader title="Pupils at risk" />
    </Page>
  );
}
