import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function GridPage() {
  return (
    <Page>
      <PageHeader title="Termly grid" />
    </Page>
  );
}
