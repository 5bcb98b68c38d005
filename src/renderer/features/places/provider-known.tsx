import { useState, type ReactNode } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Tabs, type Tab } from '../../ui/layout/tabs.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ClosuresPanel } from './closures-panel.tsx';
import { ComingPanel } from './coming-panel.tsx';
import { ProviderAdults } from './provider-adults.tsx';
import { ProviderChanges } from './provider-changes.tsx';
import { ProviderEdit } from './provider-edit.tsx';
import { ProviderFacts } from './provider-facts.tsx';
import { ProviderRota } from './provider-rota.tsx';
import { ProviderShare } from './provider-share.tsx';
import { ProviderShort } from './provider-short.tsx';
import { WeekTable } from './week-table.tsx';

type Got = OperationOutput<'providers.get'>;
type Key = 'rules' | 'week' | 'adults' | 'rota' | 'closed' | 'coming' | 'changes';

function tabsOf(
  { provider, closures, coming }: Got,
  today: string,
  seesChanges: boolean,
): readonly Tab<Key>[] {
  const ahead = closures.filter(({ to }) => to >= today).length;
  const hasRota = provider.kind === 'primary-rota' || provider.rules.termRota;
  return [
    { key: 'rules', label: 'Rules' },
    { key: 'week', label: 'Week' },
    { key: 'adults', label: 'Adults' },
    ...(hasRota ? [{ key: 'rota' as const, label: 'Rota' }] : []),
    { key: 'closed', label: 'Closed days', count: ahead || undefined },
    { key: 'coming', label: 'Coming', count: coming.length || undefined },
    ...(seesChanges ? [{ key: 'changes' as const, label: 'Changes' }] : []),
  ];
}

/** A provider in the list, tab by tab. Rules and week are one form, saved together from whichever tab is open. */
export function KnownProvider({ providerId }: { readonly providerId: string }) {
  const today = useToday();
  const editsProviders = useMay('providers.edit');
  const mayShare = useMay('setup.manage');
  const seesChanges = useMay('places.arrange');
  const query = useOperation('providers.get', { providerId });
  const [tab, setTab] = useState<Key>('rules');
  const provider = query.data?.provider;
  const area = query.data?.area;
  const mayEdit = editsProviders && area?.own !== false;
  return (
    <Page>
      <PageHeader
        title={provider?.name ?? 'Provider'}
        context={provider ? contextOf(query.data) : undefined}
        status={
          <>
            {provider && !provider.active ? <StatusTag tone="closed">Not in use</StatusTag> : null}
            {area?.shared ? <StatusTag tone="info">Whole area</StatusTag> : null}
          </>
        }
        actions={
          <>
            {provider && area?.own && mayShare ? (
              <ProviderShare providerId={providerId} name={provider.name} shared={area.shared} />
            ) : null}
            <ButtonLink to="/places/providers">All providers</ButtonLink>
            <ButtonLink to="/places/register" search={{ provider: providerId }}>
              Day register
            </ButtonLink>
          </>
        }
      />
      <Loaded query={query} what="the provider">
        {(got) => {
          const tabs = (content: ReactNode) => (
            <Tabs<Key> label="Provider" tabs={tabsOf(got, today, seesChanges)} value={tab} onChange={setTab}>
              {content}
            </Tabs>
          );
          const rest = <OtherTab tab={tab} got={got} today={today} mayEdit={mayEdit} />;
          if (mayEdit) {
            return (
              <ProviderEdit
                got={got}
                part={tab === 'rules' || tab === 'week' ? tab : undefined}
                onPart={setTab}
              >
                {(part) => tabs(part ?? rest)}
              </ProviderEdit>
            );
          }
          return tabs(
            tab === 'rules' ? (
              <SplitLayout
                kind="form"
                aside={<ProviderShort kind={got.provider.kind} provider={got.provider} />}
              >
                <ProviderFacts provider={got.provider} />
              </SplitLayout>
            ) : tab === 'week' ? (
              <WeekTable sessions={got.provider.sessions} />
            ) : (
              rest
            ),
          );
        }}
      </Loaded>
    </Page>
  );
}

function contextOf(got: Got | undefined): string | undefined {
  if (!got) return undefined;
  const { provider, hostNow } = got;
  const host = hostNow === undefined ? undefined : `hosted by ${hostNow}`;
  return [PROVIDER_KIND_WORDS[provider.kind].one, host].filter(Boolean).join(' · ');
}

interface OtherTabProps {
  readonly tab: Key;
  readonly got: Got;
  readonly today: string;
  readonly mayEdit: boolean;
}

/** What is not part of the form: each saves by itself. */
function OtherTab({ tab, got, today, mayEdit }: OtherTabProps) {
  const { provider, closures, adults, hosts, coming } = got;
  switch (tab) {
    case 'adults':
      return <ProviderAdults provider={provider} adults={adults} today={today} mayEdit={mayEdit} />;
    case 'rota':
      return <ProviderRota providerId={provider.id} hosts={hosts} today={today} mayEdit={mayEdit} />;
    case 'closed':
      return <ClosuresPanel provider={provider} closures={closures} today={today} mayEdit={mayEdit} />;
    case 'coming':
      return <ComingPanel providerId={provider.id} coming={coming} />;
    case 'changes':
      return <ProviderChanges providerId={provider.id} />;
    case 'rules':
    case 'week':
      return null;
  }
}
