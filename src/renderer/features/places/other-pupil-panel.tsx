import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { AddIcon, BackIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { fetchOperation } from '../../api/client.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import type { OtherPupil } from './picked.ts';
import { VisitorForm } from './visitor-form.tsx';
import styles from './board.module.css';

type Purpose = OtherPupil['purpose'];

interface OtherPupilPanelProps {
  readonly onPick: (pupilId: string, purpose: Purpose) => void;
  readonly onBoard: () => void;
}

interface Found {
  readonly pupilId: string;
  readonly name: string;
  readonly detail: string;
}

/** Chooses a pupil who is not excluded by our school, for a break or to be hosted for another school. */
export function OtherPupilPanel({ onPick, onBoard }: OtherPupilPanelProps) {
  const personName = usePersonName();
  const mayViewPupils = useMay('pupils.view');
  const [purpose, setPurpose] = useState<Purpose>('respite');
  const [adding, setAdding] = useState(false);
  const visitors = useOperation('places.visitors', {}).data?.pupils ?? [];

  const load = async (text: string): Promise<readonly Found[]> => {
    if (purpose === 'respite') {
      const { rows } = await fetchOperation('pupils.list', { text, limit: 12, withYears: false });
      return rows.map(({ id, forename, surname, form, upn }) => ({
        pupilId: id,
        name: `${forename} ${surname}`,
        detail: [form, upn].filter(Boolean).join(' · '),
      }));
    }
    const words = text.toLocaleLowerCase('en-GB').split(/\s+/);
    return visitors
      .filter(({ name, upn }) => {
        const said = `${name} ${upn}`.toLocaleLowerCase('en-GB');
        return words.every((word) => said.includes(word));
      })
      .slice(0, 12)
      .map(({ pupilId, name, schoolName, upn }) => ({ pupilId, name, detail: `${schoolName} · ${upn}` }));
  };

  return (
    <div className={styles.scrolls}>
      <Stack gap={4}>
        <div>
          <Button icon={BackIcon} onClick={onBoard}>
            Back to the board
          </Button>
        </div>
        <Panel title="Book for a pupil who is not excluded">
          <div className={styles.narrow}>
            <Stack gap={4}>
              <SegmentedChoice
                label="Why the pupil comes"
                value={purpose}
                onChange={(next) => {
                  setPurpose(next);
                  setAdding(false);
                }}
                options={[
                  { value: 'respite', label: 'A break, no exclusion' },
                  { value: 'visiting', label: 'Hosted for another school' },
                ]}
              />
              <Text muted>
                {purpose === 'respite'
                  ? 'The place counts in no figure of exclusions.'
                  : 'A pupil whom another school excluded. The place counts for that school, and in no figure of exclusions of ours.'}
              </Text>
              {purpose === 'respite' && !mayViewPupils ? (
                <Text>Your role may not look at the roll, so it cannot choose a pupil of it.</Text>
              ) : (
                <TypeAhead<Found>
                  key={purpose}
                  label={purpose === 'respite' ? 'Pupil of our roll' : 'Pupil on record here'}
                  name="pupilId"
                  value={null}
                  autoFocus
                  minimum={purpose === 'respite' ? 1 : 0}
                  load={load}
                  itemKey={({ pupilId }) => pupilId}
                  itemLabel={({ name }) => personName(name)}
                  itemDetail={({ detail }) => detail}
                  emptyText={
                    purpose === 'respite'
                      ? 'Check the spelling or try fewer letters.'
                      : 'Add the pupil below.'
                  }
                  onChange={(found) => {
                    if (found) onPick(found.pupilId, purpose);
                  }}
                />
              )}
              {purpose === 'visiting' && !adding ? (
                <div>
                  <Button icon={AddIcon} onClick={() => setAdding(true)}>
                    The pupil is not on record yet
                  </Button>
                </div>
              ) : null}
            </Stack>
          </div>
        </Panel>
        {adding ? (
          <Panel title="A pupil of another school">
            <div className={styles.narrow}>
              <VisitorForm
                onDone={(pupilId) => onPick(pupilId, 'visiting')}
                onClose={() => setAdding(false)}
              />
            </div>
          </Panel>
        ) : null}
      </Stack>
    </div>
  );
}
