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
import { FactorLine } from './factor-line.tsx';
import { procedureErrors, toProcedure, toProcedureDraft, type ProcedureDraft } from './procedure-draft.ts';
import { ProcedureFields } from './procedure-fields.tsx';
import styles from './support.module.css';
import type { Criteria } from './types.ts';

interface Drafts {
  readonly categories: readonly CategoryDraft[];
  readonly criteria: readonly CriterionDraft[];
  readonly procedure: ProcedureDraft;
  /** Lines that were added, for their keys. */
  readonly count: number;
}

/** One of a list with something else in it. */
const changed = <T,>(all: readonly T[], at: number, more: Partial<T>): readonly T[] =>
  all.map((one, index) => (index === at ? { ...one, ...more } : one));
const without = <T,>(all: readonly T[], at: number): readonly T[] => all.filter((_, index) => index !== at);

/** The categories, what puts a pupil in each, and the procedure: the area's, or the school's own. */
export function CriteriaForm({ criteria: stored }: { readonly criteria: Criteria }) {
  const save = useCommand('support.save-criteria');
  const asStored = (): Drafts => ({ ...toDrafts(stored), procedure: toProcedureDraft(stored), count: 0 });
  const [drafts, setDrafts] = useState(asStored);
  useKeptForm('at-risk-criteria', drafts, setDrafts);
  const [tried, setTried] = useState(false);
  const { categories, criteria, procedure, count } = drafts;
  const set = (more: Partial<Drafts>) => setDrafts({ ...drafts, ...more });
  const setProcedure = (more: Partial<ProcedureDraft>) => set({ procedure: { ...procedure, ...more } });
  const wrong = () => [...criteriaErrors(categories, criteria), ...procedureErrors(procedure)];
  const missing = tried ? wrong() : [];
  const refused = save.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const letters = categories.map(({ letter }) => letter.trim().toUpperCase()).filter(Boolean);
  const added = { count: count + 1 };
  const key = `new ${String(count)}`;
  const submit = () => {
    setTried(true);
    if (wrong().length > 0) return;
    save.mutate(
      { version: stored.version, ...toCriteria(categories, criteria), procedure: toProcedure(procedure) },
      {
        onSuccess: () =>
          notify({ title: 'Criteria saved', text: 'Entries that are there keep the reasons they have.' }),
      },
    );
  };
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="The criteria were not saved" onSubmit={submit}>
      <Panel
        title="What puts a pupil at risk"
        context="Holds from the next exclusion, place or figure of attendance on; nobody comes on the register by saving"
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
                  onChange={(more) => set({ categories: changed(categories, at, more) })}
                  onRemove={
                    categories.length > 1 ? () => set({ categories: without(categories, at) }) : undefined
                  }
                />
              ))}
            </ul>
            <Button
              size="small"
              icon={AddIcon}
              disabled={categories.length >= 10}
              onClick={() => {
                const draft = { key, letter: '', name: '', keyWorkerRole: '' };
                set({ categories: [...categories, draft], ...added });
              }}
            >
              Add a category
            </Button>
          </section>
          <section aria-label="Criteria">
            <ul className={styles.lines}>
              {criteria.map((draft, at) => (
                <CriterionLine
                  key={draft.key}
                  at={at}
                  draft={draft}
                  letters={letters}
                  errors={errors}
                  onChange={(more) => set({ criteria: changed(criteria, at, more) })}
                  onRemove={() => set({ criteria: without(criteria, at) })}
                />
              ))}
            </ul>
            <Button
              size="small"
              icon={AddIcon}
              disabled={criteria.length >= 40}
              onClick={() =>
                set({ criteria: [...criteria, newCriterion(key, letters.at(-1) ?? '')], ...added })
              }
            >
              Add a criterion
            </Button>
          </section>
        </Stack>
      </Panel>
      <Panel
        title="How the school works with its register"
        context="A period that runs keeps its review day; a new length holds from the next one on"
      >
        <ProcedureFields draft={procedure} errors={errors} onChange={setProcedure} />
      </Panel>
      <Panel title="Risk and resilience factors" context="To be ticked on an entry of the register">
        <ul className={styles.lines}>
          {procedure.factors.map((draft, at) => (
            <FactorLine
              key={draft.key}
              at={at}
              draft={draft}
              errors={errors}
              onChange={(more) => setProcedure({ factors: changed(procedure.factors, at, more) })}
              onRemove={() => setProcedure({ factors: without(procedure.factors, at) })}
            />
          ))}
        </ul>
        <Button
          size="small"
          icon={AddIcon}
          disabled={procedure.factors.length >= 60}
          onClick={() => {
            const factors = [...procedure.factors, { key, kind: 'risk' as const, name: '' }];
            set({ procedure: { ...procedure, factors }, ...added });
          }}
        >
          Add a factor
        </Button>
      </Panel>
      <Row justify="end">
        <Button onClick={() => setDrafts(asStored())}>Undo my changes</Button>
        <Button variant="primary" type="submit" loading={save.isPending}>
          Save the criteria
        </Button>
      </Row>
    </SmallForm>
  );
}
