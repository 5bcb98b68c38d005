import { useState } from 'react';
import { PROVIDER_KINDS } from '#shared/domain/providers/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { AddIcon, DeleteIcon, DownIcon, UpIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import {
  kindTarget,
  moved,
  providerTarget,
  stageProblems,
  toDraft,
  toStage,
  type StageDraft,
  type StoredStage,
} from './stage-draft.ts';
import styles from './stages.module.css';

interface StagesFormProps {
  readonly stages: readonly StoredStage[];
  readonly onDone: () => void;
}

/** The stages as sentences with gaps, in order of preference. */
export function StagesForm({ stages, onDone }: StagesFormProps) {
  const save = useCommand('stages.save');
  const providers = useOperation('providers.list', {}).data?.providers ?? [];
  const [drafts, setDrafts] = useState<readonly StageDraft[]>(stages.map(toDraft));
  const [count, setCount] = useState(0);
  useKeptForm('stages', { drafts, count }, (was) => {
    setDrafts(was.drafts);
    setCount(was.count);
  });
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (at: number, field: string) =>
    errors.find(({ path }) => path === `stages.${String(at)}.${field}`)?.message;

  const change = (at: number, more: Partial<StageDraft>) =>
    setDrafts((was) => was.map((draft, index) => (index === at ? { ...draft, ...more } : draft)));
  const add = () => {
    const last = drafts.at(-1);
    const fromDay = last?.toDay === null || last?.toDay === undefined ? 1 : last.toDay + 1;
    setCount(count + 1);
    setDrafts([
      ...drafts,
      {
        key: `new ${String(count)}`,
        exclusionKind: last?.exclusionKind ?? 'fixed-period',
        fromDay,
        toDay: null,
        target: kindTarget('pru'),
      },
    ]);
  };
  const submit = () => {
    const problems = stageProblems(drafts);
    setMissing(problems);
    if (problems.length > 0) return;
    save.mutate(
      { stages: drafts.map(toStage) },
      {
        onSuccess: () => {
          notify({ title: 'Stages saved', text: 'Suggestions follow them from now on.' });
          onDone();
        },
      },
    );
  };
  const targets = [
    ...PROVIDER_KINDS.map((kind) => ({ value: kindTarget(kind), label: PROVIDER_KIND_WORDS[kind].one })),
    ...providers
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: providerTarget(id), label: `${name}, that provider alone` })),
  ];

  return (
    <Panel
      title="Change the stages"
      context="In order of preference: the first that can take the pupil is taken"
    >
      <SmallForm errors={errors} refused={refused} refusedTitle="The stages were not saved" onSubmit={submit}>
        <ol className={styles.drafts}>
          {drafts.map((draft, at) => {
            const path = (field: string) => `stages.${String(at)}.${field}`;
            const which = `stage ${String(at + 1)}`;
            return (
              <li key={draft.key} className={styles.draft}>
                <span className={styles.kind}>
                  <SelectField
                    label="For"
                    name={path('exclusionKind')}
                    width="medium"
                    value={draft.exclusionKind}
                    onChange={(exclusionKind) => change(at, { exclusionKind })}
                    options={[
                      { value: 'fixed-period', label: 'Suspensions' },
                      { value: 'permanent', label: 'Permanent exclusions' },
                    ]}
                  />
                </span>
                <NumberField
                  label="From day"
                  name={path('fromDay')}
                  min={1}
                  max={45}
                  value={draft.fromDay}
                  onChange={(fromDay) => change(at, { fromDay })}
                  error={errorOf(at, 'fromDay')}
                />
                <NumberField
                  label="To day"
                  name={path('toDay')}
                  optional
                  min={1}
                  max={45}
                  value={draft.toDay}
                  onChange={(toDay) => change(at, { toDay })}
                  error={errorOf(at, 'toDay')}
                />
                <SelectField
                  label="Goes to"
                  name={path('target')}
                  width="medium"
                  value={draft.target}
                  onChange={(target) => change(at, { target })}
                  options={targets}
                />
                <span className={styles.tools}>
                  <IconButton
                    icon={UpIcon}
                    label={`Move ${which} up`}
                    disabled={at === 0}
                    onClick={() => setDrafts(moved(drafts, at, -1))}
                  />
                  <IconButton
                    icon={DownIcon}
                    label={`Move ${which} down`}
                    disabled={at === drafts.length - 1}
                    onClick={() => setDrafts(moved(drafts, at, 1))}
                  />
                  <IconButton
                    icon={DeleteIcon}
                    label={`Remove ${which}`}
                    onClick={() => setDrafts(drafts.filter((_, index) => index !== at))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
        <div>
          <Button size="small" icon={AddIcon} disabled={drafts.length >= 40} onClick={add}>
            Add a stage
          </Button>
        </div>
        <Row justify="end">
          <Button onClick={onDone}>Cancel</Button>
          <Button variant="primary" type="submit" loading={save.isPending}>
            Save the stages
          </Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}
