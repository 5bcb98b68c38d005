import { useNavigate } from '@tanstack/react-router';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { useOperation } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { RegisterIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ClosuresPanel } from './closures-panel.tsx';
import { ComingPanel } from './coming-panel.tsx';
import { ProviderFacts } from './provider-facts.tsx';
import { ProviderForm } from './provider-form.tsx';
import { useMay } from '../../api/use-may.ts';

export interface ProviderPageProps {
  /** Or `new`. */
  readonly providerId: string;
}

/** One provider: its week as a form, its closed days, who is coming. */
export function ProviderPage({ providerId }: ProviderPageProps) {
  return providerId === 'new' ? <NewProvider /> : <KnownProvider providerId={providerId} />;
}

function NewProvider() {
  const navigate = useNavigate();
  return (
    <Page width="form">
      <PageHeader title="New provider" keepFocus context="A place where excluded pupils can be taught" />
      <ProviderForm
        provider={undefined}
        onSaved={(providerId) =>
          void navigate({ to: '/places/providers/$providerId', params: { providerId }, replace: true })
        }
      />
    </Page>
  );
}

function KnownProvider({ providerId }: ProviderPageProps) {
  const today = useToday();
  const mayEdit = useMay('providers.edit');
  const query = useOperation('providers.get', { providerId });
  const provider = query.data?.provider;
  return (
    <Page>
      <PageHeader
        title={provider?.name ?? 'Provider'}
        context={provider ? PROVIDER_KIND_WORDS[provider.kind].one : undefined}
        status={provider && !provider.active ? <StatusTag tone="closed">Not in use</StatusTag> : undefined}
        actions={
          <>
            <ButtonLink to="/places/providers">All providers</ButtonLink>
            <ButtonLink to="/places">The board</ButtonLink>
            <ButtonLink to="/places/register" search={{ provider: providerId }} icon={RegisterIcon}>
              Day register
            </ButtonLink>
          </>
        }
      />
      <Loaded query={query} what="the provider">
        {(loaded) => (
          <SplitLayout
            kind="form"
            aside={
              <>
                <ClosuresPanel
                  providerId={providerId}
                  closures={loaded.closures}
                  today={today}
                  mayEdit={mayEdit}
                />
                <ComingPanel coming={loaded.coming} />
              </>
            }
          >
            {mayEdit ? (
              <ProviderForm provider={loaded.provider} onSaved={() => undefined} />
            ) : (
              <ProviderFacts provider={loaded.provider} />
            )}
          </SplitLayout>
        )}
      </Loaded>
    </Page>
  );
}
