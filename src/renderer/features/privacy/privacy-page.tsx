import { useMay } from '../../api/use-may.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { DuePanel } from './due-panel.tsx';
import { CommonPanel } from './common-panel.tsx';
import { ErasuresPanel } from './erasures-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { UpnPanel } from './upn-panel.tsx';

/** What the screen shows, how long records are kept, what is due, and what was erased. */
export function PrivacyPage() {
  const manages = useMay('privacy.manage');
  return (
    <Page>
      <PageHeader
        title="Privacy"
        context="Nothing leaves this PC but what you export, and nothing is erased by itself."
      />
      <ScreenPanel manages={manages} />
      {manages ? (
        <>
          <DuePanel />
          <CommonPanel />
          <UpnPanel />
          <RulesPanel />
          <ErasuresPanel />
        </>
      ) : null}
    </Page>
  );
}
