import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { Tabs } from '../../ui/layout/tabs.tsx';
import { BesidePanel } from './beside-panel.tsx';
import { DataPanel } from './data-panel.tsx';
import { ExtractPanel } from './extract-panel.tsx';
import { PrintLine } from './print-line.tsx';
import { NearestPanel } from './nearest-panel.tsx';
import { SchoolsPanel } from './schools-panel.tsx';
import styles from './comparators.module.css';

const TABS = [
  { key: 'beside', label: 'Beside published figures' },
  { key: 'nearest', label: 'Schools like one' },
  { key: 'extract', label: 'Census extract' },
  { key: 'schools', label: 'Schools and clusters' },
  { key: 'data', label: 'Data files' },
] as const;

type View = (typeof TABS)[number]['key'];

/** Others to compare with: published figures, schools that are alike, and what the census has of our own. */
export function ComparatorsPage() {
  const [view, setView] = useState<View>('beside');
  const authority = useOperation('setup.status', {}).data?.authority?.name;
  const user = useOperation('session.get', {}).data?.userName;
  const mayPupils = useMay('authority.view-pupils');
  const title = TABS.find(({ key }) => key === view)?.label ?? '';
  const toData = () => setView('data');
  // Differences from an extract name pupils.
  const tabs = TABS.filter(({ key }) => key !== 'extract' || mayPupils);
  return (
    <div className={styles.sheet}>
      <Page>
        <PageHeader
          title="Comparators"
          context="What is published of others, which schools are alike, and what a census extract has of our own."
          actions={
            <Button icon={PrintIcon} onClick={() => window.print()}>
              Print
            </Button>
          }
        />
        {view === 'extract' ? (
          <SheetHead of={authority} title={title} printedBy={user} />
        ) : (
          <PrintLine of={authority ?? 'Authority'} title={title} />
        )}
        <Tabs label="What to see" value={view} onChange={setView} tabs={tabs}>
          {view === 'beside' ? (
            <BesidePanel authority={authority ?? 'Authority'} onImport={toData} />
          ) : view === 'nearest' ? (
            <NearestPanel onImport={toData} />
          ) : view === 'extract' ? (
            <ExtractPanel of="authority" mayExport={mayPupils} />
          ) : view === 'schools' ? (
            <SchoolsPanel onImport={toData} />
          ) : (
            <DataPanel />
          )}
        </Tabs>
      </Page>
    </div>
  );
}
