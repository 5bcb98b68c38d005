import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function PatternsPage() {
  return (
    <Page>
      <PageHeader title="Patterns" />
    </Page>
  );
}
