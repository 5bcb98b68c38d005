import { useState } from 'react';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Button } from '../../ui/form/button.tsx';
import { EditIcon, PersonIcon, SignOutIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { CASE_COLUMNS } from './case-load-columns.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { PersonForm } from './person-form.tsx';
import type { Person } from './types.ts';

interface CaseLoadPanelProps {
  readonly person: Person;
  /** Who may take over. */
  readonly others: readonly Person[];
  readonly mayEdit: boolean;
}

/** The pupils of one key worker; here the person is changed, and handed over when they leave. */
export function CaseLoadPanel({ person, others, mayEdit }: CaseLoadPanelProps) {
  const [open, setOpen] = useState<'change' | 'leave'>();
  const toOpen = (what: 'change' | 'leave') => () => setOpen(open === what ? undefined : what);
  const close = () => setOpen(undefined);
  return (
    <>
      {open ? (
        <Panel title={open === 'change' ? `Change ${person.name}` : `${person.name} leaves`}>
          {open === 'change' ? (
            <PersonForm person={person} onClose={close} />
          ) : (
            <HandOverForm person={person} others={others} onClose={close} />
          )}
        </Panel>
      ) : null}
      <Panel
        title={`${person.name}: ${plural(person.pupils.length, 'pupil')}`}
        context={person.role}
        flush
        actions={
          mayEdit ? (
            <>
              <Button size="small" icon={EditIcon} pressed={open === 'change'} onClick={toOpen('change')}>
                Change
              </Button>
              <Button size="small" icon={SignOutIcon} pressed={open === 'leave'} onClick={toOpen('leave')}>
                Leaves…
              </Button>
            </>
          ) : undefined
        }
      >
        <DataTable
          caption={`Pupils of ${person.name}`}
          columns={CASE_COLUMNS}
          rows={person.pupils}
          rowKey={({ id }) => id}
          initialSort={{ key: 'due', direction: 'ascending' }}
          maxHeight="50vh"
          empty={
            <EmptyState icon={PersonIcon} title="No pupils">
              This person is nobody’s key worker at present.
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}
