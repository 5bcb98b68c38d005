import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { OurKeys } from './our-keys.tsx';
import { SchoolKeys } from './school-keys.tsx';

/** Keys of sealed returns: the authority's own, and which signing key is which school's. */
export function KeysPage() {
  const keys = useOperation('authority.seal-keys', {});
  return (
    <Page>
      <PageHeader
        title="Keys"
        context="A sealed return is encrypted for our key and signed with the school’s, so that it may travel by e-mail or on a stick."
      />
      <Loaded query={keys} what="the keys">
        {({ ours, schools }) => (
          <>
            <OurKeys keys={ours} />
            <SchoolKeys keys={schools} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
