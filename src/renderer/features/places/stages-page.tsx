import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { EditIcon, ItineraryIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { StagesForm } from './stages-form.tsx';
import styles from './stages.module.css';

type Stages = OperationOutput<'stages.get'>;

const KINDS = ['fixed-period', 'permanent'] as const;

/** The stages that a suggested itinerary goes through, as sentences; whoever may edit providers changes them. */
export function StagesPage() {
  const mayEdit = useMay('providers.edit');
  const stages = useOperation('stages.get', {});
  const [editing, setEditing] = useState(false);
  return (
    <Page>
      <PageHeader
        title="Stages"
        context="Where an excluded pupil goes on which day. A suggested itinerary follows them."
      />
      <Loaded query={stages} what="the stages">
        {(loaded) =>
          editing ? (
            <StagesForm stages={loaded.stages} onDone={() => setEditing(false)} />
          ) : (
            <Sentences loaded={loaded} mayEdit={mayEdit} onEdit={() => setEditing(true)} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface SentencesProps {
  readonly loaded: Stages;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function Sentences({ loaded: { stages, usual }, mayEdit, onEdit }: SentencesProps) {
  return (
    <Panel
      title="In force"
      context={usual ? 'The usual stages, until the school sets its own' : 'As the school set them'}
      actions={
        mayEdit ? (
          <Button size="small" icon={EditIcon} onClick={onEdit}>
            Change the stages
          </Button>
        ) : undefined
      }
    >
      {stages.length === 0 ? (
        <EmptyState icon={ItineraryIcon} title="No stages">
          A suggestion then takes whatever provider can have the pupil longest.
        </EmptyState>
      ) : (
        <Stack gap={4}>
          {KINDS.map((kind) => {
            const own = stages.filter(({ exclusionKind }) => exclusionKind === kind);
            return own.length === 0 ? null : (
              <ol key={kind} className={styles.sentences}>
                {own.map(({ id, words }) => (
                  <li key={id}>{words}</li>
                ))}
              </ol>
            );
          })}
          <Text muted>
            Of stages for the same day the first is tried first. A day that no stage can place goes to another
            provider that can take the pupil, and the suggestion says so.
          </Text>
        </Stack>
      )}
    </Panel>
  );
}
