import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { changeWords, countsWords } from '#shared/text/return-words.ts';
import { plural } from '../../ui/words/format.ts';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { AlteredTable, ReturnedTable } from './returned-tables.tsx';
import type { Differences } from './types.ts';

/** A return beside the one it replaced: what came, what went, what is other than before. */
export function DifferencesPage({ receivedId }: { readonly receivedId: string }) {
  const differences = useOperation('authority.received-differences', { receivedId });
  const found = differences.data;
  return (
    <Page width="free">
      <PageHeader
        title="What the newer return changed"
        context={found ? `${found.school.name} (${found.school.laEstab}), ${found.period}` : undefined}
        actions={<ButtonLink to="/authority">Back to the schools</ButtonLink>}
      />
      <Loaded query={differences} what="the two returns">
        {(both) => <Both {...both} />}
      </Loaded>
    </Page>
  );
}

function Both({ before, after, same, added, gone, altered }: Differences) {
  const none = added.length + gone.length + altered.length === 0;
  return (
    <>
      <Panel title="The two returns" context={changeWords(before.counts, after.counts)}>
        <DefinitionList
          items={[
            { term: 'Counts now', detail: <Version {...after} /> },
            { term: 'Replaced', detail: <Version {...before} /> },
            { term: 'The same in both', detail: plural(same, 'exclusion') },
          ]}
        />
      </Panel>
      {none ? (
        <Callout tone="info" title="Nothing differs">
          Every exclusion is the same in both returns.
        </Callout>
      ) : null}
      {altered.length > 0 ? (
        <Panel title={`${plural(altered.length, 'exclusion')} changed`} flush>
          <AlteredTable rows={altered} />
        </Panel>
      ) : null}
      {added.length > 0 ? (
        <Panel title={`${plural(added.length, 'exclusion')} only in the newer return`} flush>
          <ReturnedTable caption="Only in the newer return" rows={added} />
        </Panel>
      ) : null}
      {gone.length > 0 ? (
        <Panel title={`${plural(gone.length, 'exclusion')} only in the older return`} flush>
          <ReturnedTable caption="Only in the older return" rows={gone} />
        </Panel>
      ) : null}
    </>
  );
}

const Version = ({ fileName, receivedAt, receivedBy, counts }: Differences['before']) => (
  <>
    {fileName}: {countsWords(counts)}. Received <InstantText instant={receivedAt} />, {receivedBy}.
  </>
);
