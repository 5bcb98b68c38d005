import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { ExtractPanel } from './extract-panel.tsx';

/** The school's last return of a period against an extract of the census of it. */
export function SchoolExtractPage() {
  const school = useOperation('setup.status', {}).data?.school?.name;
  const user = useOperation('session.get', {}).data?.userName;
  const mayExport = useMay('returns.export');
  return (
    <Page>
      <PageHeader
        title="Compare with a census extract"
        context="What your last return of a period held, against what the census has of it."
        actions={<ButtonLink to="/returns">Back to the returns</ButtonLink>}
      />
      <SheetHead of={school} title="Differences from a census extract" printedBy={user} />
      <ExtractPanel of="returns" mayExport={mayExport} />
    </Page>
  );
}
