import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { AddIcon, PersonIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { CaseLoadPanel } from './case-load-panel.tsx';
import { CASE_COLUMNS, STAFF_COLUMNS } from './case-load-columns.tsx';
import { LeftPanel } from './left-panel.tsx';
import { PersonForm } from './person-form.tsx';
import type { Directory } from './types.ts';
import { UnlistedPanel } from './unlisted-panel.tsx';

/** Who may be a key worker, whom each of them has, and who has nobody. */
export function KeyWorkersPage() {
  const mayEdit = useMay('support.edit');
  const directory = useOperation('support.staff', {});
  const [adding, setAdding] = useState(false);
  const found = directory.data;
  return (
    <Page>
      <PageHeader
        title="Key workers"
        status={
          found && found.withoutKeyWorker.length > 0 ? (
            <StatusTag tone="due">{plural(found.withoutKeyWorker.length, 'pupil')} with nobody</StatusTag>
          ) : null
        }
        context="One named person for each pupil at risk"
        actions={
          mayEdit ? (
            <Button icon={AddIcon} pressed={adding} onClick={() => setAdding(!adding)}>
              Enter somebody
            </Button>
          ) : undefined
        }
      />
      {adding ? (
        <Panel title="Somebody who may be a key worker">
          <PersonForm onClose={() => setAdding(false)} />
        </Panel>
      ) : null}
      <Loaded query={directory} what="the key workers">
        {(all) => <Parts directory={all} mayEdit={mayEdit} />}
      </Loaded>
    </Page>
  );
}

function Parts({ directory, mayEdit }: { readonly directory: Directory; readonly mayEdit: boolean }) {
  const { staff, unlisted, withoutKeyWorker, left } = directory;
  const [chosen, setChosen] = useState<string>();
  const person = staff.find(({ id }) => id === chosen);
  return (
    <>
      <Panel title="Case loads" context="Open a line for the pupils of a person" flush>
        <DataTable
          caption="Key workers and their case loads"
          columns={STAFF_COLUMNS}
          rows={staff}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setChosen(chosen === id ? undefined : id)}
          selectedKey={chosen}
          maxHeight="40vh"
          empty={
            <EmptyState icon={PersonIcon} title="Nobody is entered">
              Enter the learning mentors, heads of year and people from outside who may be key workers, or
              name one on an entry of the register.
            </EmptyState>
          }
        />
      </Panel>
      {person ? (
        <CaseLoadPanel
          key={`${person.id} ${String(person.version)}`}
          person={person}
          others={staff.filter(({ id }) => id !== person.id)}
          mayEdit={mayEdit}
        />
      ) : null}
      {withoutKeyWorker.length > 0 ? (
        <Panel title="Without a key worker" flush>
          <DataTable
            caption="Pupils without a key worker"
            columns={CASE_COLUMNS}
            rows={withoutKeyWorker}
            rowKey={({ id }) => id}
            maxHeight="40vh"
            empty={null}
          />
        </Panel>
      ) : null}
      <UnlistedPanel unlisted={unlisted} mayEdit={mayEdit} />
      <LeftPanel left={left} />
    </>
  );
}
