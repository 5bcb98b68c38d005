import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { CategoryLine } from './category-line.tsx';
import {
  criteriaErrors,
  newCriterion,
  toCriteria,
  toDrafts,
  type CategoryDraft,
  type CriterionDraft,
} from './criteria-draft.ts';
import { CriterionLine } from './criterion-line.tsx';
import styles from './support.module.css';
import type { Criteria } from './types.ts';

interface CriteriaFormProps {
  readonly criteria: Criteria;
  readonly onClose: () => void;
}

/** The categories and what puts a pupil in each: the area's criteria, or the school's own. */
export function CriteriaForm({ criteria: stored, onClose }: CriteriaFormProps) {
  const save = useCommand('support.save-criteria');
  const [categories, setCategories] = useState<readonly CategoryDraft[]>(toDrafts(stored).categories);
  const [criteria, setCriteria] = useState<readonly CriterionDraft[]>(toDrafts(stored).criteria);
  const [count, setCount] = useState(0);
  useKeptForm('at-risk-criteria', { categories, criteria, count }, (was) => {
    setCategories(was.categories);
    setCriteria(was.criteria);
    setCount(was.count);
  });
  const [tried, setTried] = useState(false);
  const missing = tried ? criteriaErrors(categories, criteria) : [];
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const letters = categories.map(({ letter }) => letter.trim().toUpperCase()).filter(Boolean);
  const nextKey = () => {
    setCount(count + 1);
    return `new ${String(count)}`;
  };
  const submit = () => {
    setTried(true);
    if (criteriaErrors(categories, criteria).length > 0) return;
    save.mutate(
      { version: stored.version, ...toCriteria(categories, criteria) },
      {
        onSuccess: () => {
          notify({ title: 'Criteria saved', text: 'Entries that are there keep the reasons they have.' });
          onClose();
        },
      },
    );
  };
  return (
    <Panel
      title="Criteria"
      context="They hold from the next exclusion or figure of attendance on; nobody is put on the register by saving them"
    >
      <SmallForm
        errors={errors}
        refused={refused}
        refusedTitle="The criteria were not saved"
        onSubmit={submit}
      >
        <Stack gap={4}>
          <section aria-label="Categories">
            <ul className={styles.lines}>
              {categories.map((draft, at) => (
                <CategoryLine
                  key={draft.key}
                  at={at}
                  draft={draft}
                  errors={errors}
                  onChange={(more) =>
                    setCategories(categories.map((one, index) => (index === at ? { ...one, ...more } : one)))
                  }
                  onRemove={
                    categories.length > 1
                      ? () => setCategories(categories.filter((_, index) => index !== at))
                      : undefined
                  }
                />
              ))}
            </ul>
            <Button
              size="small"
              icon={AddIcon}
              disabled={categories.length >= 10}
              onClick={() =>
                setCategories([...categories, { key: nextKey(), letter: '', name: '', keyWorkerRole: '' }])
              }
            >
              Add a category
            </Button>
          </section>
          <section aria-label="What puts a pupil at risk">
            <ul className={styles.lines}>
              {criteria.map((draft, at) => (
                <CriterionLine
                  key={draft.key}
                  at={at}
                  draft={draft}
                  letters={letters}
                  errors={errors}
                  onChange={(more) =>
                    setCriteria(criteria.map((one, index) => (index === at ? { ...one, ...more } : one)))
                  }
                  onRemove={() => setCriteria(criteria.filter((_, index) => index !== at))}
                />
              ))}
            </ul>
            <Button
              size="small"
              icon={AddIcon}
              disabled={criteria.length >= 40}
              onClick={() => setCriteria([...criteria, newCriterion(nextKey(), letters.at(-1) ?? '')])}
            >
              Add a criterion
            </Button>
          </section>
        </Stack>
        <Row justify="end">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" loading={save.isPending}>
            Save the criteria
          </Button>
        </Row>
      </SmallForm>
    </Panel>
  );
}
