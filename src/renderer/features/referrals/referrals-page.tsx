import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';

export function ReferralsPage() {
  return (
    <Page>
      <PageHeader title="Referrals" />
    </Page>
  );
}
