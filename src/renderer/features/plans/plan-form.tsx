import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { FormButtons } from '../../ui/support/form-buttons.tsx';
import styles from '../../ui/support/support.module.css';
import type { PupilSupport } from '../../ui/support/types.ts';
import { useTried } from '../../ui/support/use-tried.ts';
import { draftOf, emptyTarget, missingIn, targetsOf, type PlanDraft } from './plan-draft.ts';
import { TargetFields } from './target-fields.tsx';

/** The most targets that a plan has. */
const MOST = 12;

/** Writes a plan or changes it. */
export function PlanForm({
  support,
  onClose,
}: {
  readonly support: PupilSupport;
  readonly onClose: () => void;
}) {
  const { pupilId, plan, nextReviewOn } = support;
  const start = useCommand('plans.start');
  const save = useCommand('plans.save');
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(plan, nextReviewOn));
  useKeptForm(`plan/${pupilId}`, draft, setDraft);
  const refused = (start.error ?? save.error)?.error;
  const { attempt, errors, errorOf } = useTried(missingIn(draft), refused);
  const busy = start.isPending || save.isPending;
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const { targets, reviewOn, pupilSignedOn, parentSignedOn } = draft;
  const submit = () => {
    if (!attempt() || reviewOn === null) return;
    const written = {
      reviewOn,
      ...(pupilSignedOn === null ? {} : { pupilSignedOn }),
      ...(parentSignedOn === null ? {} : { parentSignedOn }),
      targets: targetsOf(draft),
    };
    const onSuccess = () => {
      notify({ title: plan ? 'Plan saved' : 'Plan begun' });
      onClose();
    };
    if (plan) save.mutate({ planId: plan.id, version: plan.version, ...written }, { onSuccess });
    else start.mutate({ pupilId, ...written }, { onSuccess });
  };
  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Not saved" onSubmit={submit}>
      <ul className={styles.plain}>
        {targets.map((target, at) => (
          <li key={target.key}>
            <TargetFields
              at={at}
              target={target}
              error={errorOf(`targets.${String(at)}.target`)}
              autoFocus={target.id === undefined ? at === targets.length - 1 : at === 0}
              onChange={(next) =>
                change({ targets: targets.map((one) => (one.key === next.key ? next : one)) })
              }
              onRemove={
                targets.length > 1
                  ? () => change({ targets: targets.filter(({ key }) => key !== target.key) })
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      {targets.length < MOST ? (
        <div>
          <Button
            size="small"
            icon={AddIcon}
            onClick={() => change({ targets: [...targets, emptyTarget(targets)] })}
          >
            Add a target
          </Button>
        </div>
      ) : null}
      <DateField
        label="Looked at on"
        name="reviewOn"
        hint="The last school day of the half term, unless another day suits better."
        value={reviewOn}
        onChange={(on) => change({ reviewOn: on })}
        error={errorOf('reviewOn')}
      />
      <Row gap={4} align="start">
        <DateField
          label="Signed by the pupil"
          name="pupilSignedOn"
          optional
          value={pupilSignedOn}
          onChange={(on) => change({ pupilSignedOn: on })}
          error={errorOf('pupilSignedOn')}
        />
        <DateField
          label="Signed by the parents"
          name="parentSignedOn"
          optional
          value={parentSignedOn}
          onChange={(on) => change({ parentSignedOn: on })}
          error={errorOf('parentSignedOn')}
        />
      </Row>
      <FormButtons send={plan ? 'Save the plan' : 'Begin the plan'} busy={busy} onClose={onClose} />
    </SmallForm>
  );
}
