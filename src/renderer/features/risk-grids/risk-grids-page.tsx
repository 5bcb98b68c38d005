import { useState } from 'react';
import { useMay } from '../../api/use-may.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Tabs } from '../../ui/layout/tabs.tsx';
import { CompareView } from './compare-view.tsx';
import { CriteriaView } from './criteria-view.tsx';
import { CrossCheckView } from './cross-check-view.tsx';
import { ImportView } from './import-view.tsx';

type View = 'compare' | 'import' | 'check' | 'criteria';

/** Pupils at risk as the schools’ termly grids have them. */
export function RiskGridsPage() {
  const mayImport = useMay('authority.import');
  const maySeePupils = useMay('authority.view-pupils');
  const [view, setView] = useState<View>('compare');
  const tabs: readonly { readonly key: View; readonly label: string }[] = [
    { key: 'compare', label: 'Compare schools' },
    ...(mayImport ? [{ key: 'import' as const, label: 'Import grids' }] : []),
    ...(maySeePupils ? [{ key: 'check' as const, label: 'Check a list' }] : []),
    ...(mayImport ? [{ key: 'criteria' as const, label: 'Criteria for schools' }] : []),
  ];
  return (
    <Page width="free">
      <PageHeader
        title="Pupils at risk"
        context="From the grids that schools send each term. Counts by school; names only where a school is opened."
      />
      <Tabs label="Pupils at risk" tabs={tabs} value={view} onChange={setView}>
        {view === 'compare' ? <CompareView onImport={() => setView('import')} mayImport={mayImport} /> : null}
        {view === 'import' ? <ImportView onCompare={() => setView('compare')} /> : null}
        {view === 'check' ? <CrossCheckView /> : null}
        {view === 'criteria' ? <CriteriaView /> : null}
      </Tabs>
    </Page>
  );
}
