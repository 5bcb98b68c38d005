import { useState } from 'react';
import type { ConferenceCriterion } from '#shared/domain/conference/types.ts';
import { useCommand } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { AddIcon, DeleteIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import {
  choiceOf,
  CRITERION_CHOICES,
  NUMBER_PATHS,
  toCriterion,
  toDraft,
  type CriterionDraft,
} from './criteria-draft.ts';
import styles from './conference.module.css';

interface ConferenceCriteriaFormProps {
  readonly criteria: readonly ConferenceCriterion[];
  readonly version: number;
  readonly limitDays: number;
  readonly onClose: () => void;
}

const MOST = 20;

/** What puts a pupil on the list: the authority's own criteria, in place of those the program brings. */
export function ConferenceCriteriaForm(props: ConferenceCriteriaFormProps) {
  const { criteria, version, limitDays, onClose } = props;
  const save = useCommand('authority.set-conference-criteria');
  const [drafts, setDrafts] = useState<readonly CriterionDraft[]>(
    criteria.map((one, at) => toDraft(one, `kept ${String(at)}`)),
  );
  const [added, setAdded] = useState(0);
  const [tried, setTried] = useState(false);
  const missing = drafts.flatMap((draft, at) =>
    toCriterion(draft) === undefined ? [{ path: pathOf(draft, at), message: 'Enter a number.' }] : [],
  );
  const refused = save.error?.error;
  const errors = tried && missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorAt = (path: string) => errors.find((one) => one.path === path)?.message;
  const change = (at: number, more: Partial<CriterionDraft>) =>
    setDrafts(drafts.map((one, index) => (index === at ? { ...one, ...more } : one)));
  const submit = () => {
    setTried(true);
    if (missing.length > 0) return;
    save.mutate(
      { version, criteria: drafts.flatMap((draft) => toCriterion(draft) ?? []) },
      {
        onSuccess: () => {
          notify({ title: 'Criteria saved', text: 'The list follows them at once.' });
          onClose();
        },
      },
    );
  };
  return (
    <Panel
      title="Criteria"
      context={`A pupil who meets one of them is on the list. The law allows ${String(limitDays)} days of suspension in a school year.`}
    >
      <SmallForm
        errors={errors}
        refused={refused}
        refusedTitle="The criteria were not saved"
        onSubmit={submit}
      >
        <ul className={styles.lines}>
          {drafts.map((draft, at) => {
            const choice = choiceOf(draft.choice);
            return (
              <li key={draft.key} className={styles.line}>
                <SelectField
                  label="Criterion"
                  name={`criteria.${String(at)}`}
                  value={draft.choice}
                  onChange={(next) => {
                    const to = choiceOf(next);
                    change(at, { choice: next, number: 'first' in to ? to.first : null });
                  }}
                  options={CRITERION_CHOICES}
                  error={errorAt(`criteria.${String(at)}`)}
                />
                {'number' in choice ? (
                  <NumberField
                    label={choice.number}
                    name={pathOf(draft, at)}
                    suffix={choice.suffix}
                    min={0}
                    step={choice.step}
                    value={draft.number}
                    onChange={(number) => change(at, { number })}
                    error={errorAt(pathOf(draft, at))}
                  />
                ) : null}
                <IconButton
                  icon={DeleteIcon}
                  label={`Remove criterion ${String(at + 1)}`}
                  disabled={drafts.length === 1}
                  onClick={() => setDrafts(drafts.filter((_, index) => index !== at))}
                />
              </li>
            );
          })}
        </ul>
        <Row justify="between">
          <Button
            size="small"
            icon={AddIcon}
            disabled={drafts.length >= MOST}
            onClick={() => {
              setAdded(added + 1);
              setDrafts([...drafts, { key: `new ${String(added)}`, choice: 'days-in-year', number: 15 }]);
            }}
          >
            Add a criterion
          </Button>
          <Row>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" loading={save.isPending}>
              Save the criteria
            </Button>
          </Row>
        </Row>
      </SmallForm>
    </Panel>
  );
}

const pathOf = ({ choice }: CriterionDraft, at: number): string => {
  const field = NUMBER_PATHS[choice];
  return `criteria.${String(at)}${field === undefined ? '' : `.${field}`}`;
};
