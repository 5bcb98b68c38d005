import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { AddIcon, PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ProvidersTable } from './providers-table.tsx';

/** Every provider, kind by kind, with its room, hours and rules at a glance. */
export function ProvidersPage() {
  const mayEdit = useMay('providers.edit');
  const query = useOperation('providers.list', {});
  const add = (
    <ButtonLink
      variant="primary"
      icon={AddIcon}
      to="/places/providers/$providerId"
      params={{ providerId: 'new' }}
    >
      Add a provider
    </ButtonLink>
  );
  const none = query.data?.providers.length === 0;
  return (
    <Page>
      <PageHeader
        title="Providers"
        context="Where excluded pupils can be taught"
        actions={mayEdit && !none ? add : null}
      />
      <Loaded query={query} what="the providers">
        {({ providers }) => (
          <Panel flush>
            {providers.length === 0 ? (
              <EmptyState icon={PlaceIcon} title="No providers yet" action={mayEdit ? add : undefined}>
                Add your own unit, a pupil referral unit, a partner school or an authority centre; then its
                places can be booked on the board.
              </EmptyState>
            ) : (
              <ProvidersTable providers={providers} />
            )}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
