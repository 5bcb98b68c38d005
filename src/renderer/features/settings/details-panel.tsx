import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { DETAIL_GROUPS, emptyDetails, type DetailName, type Details } from './details-draft.ts';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import styles from './settings.module.css';

interface DetailsPanelProps {
  readonly details: Details;
  readonly mayEdit: boolean;
}

/** What the letters carry; an empty one is a gap in them. */
export function DetailsPanel({ details, mayEdit }: DetailsPanelProps) {
  if (mayEdit) return <DetailsForm details={details} />;
  return (
    <Panel title="What the letters carry">
      <DefinitionList
        items={DETAIL_GROUPS.flatMap(({ title, fields }) =>
          fields.map(({ name, label }) => ({
            term: fields.length === 1 ? title : `${title}: ${label.toLocaleLowerCase('en-GB')}`,
            detail: details[name] || 'Not entered',
          })),
        )}
      />
    </Panel>
  );
}

function DetailsForm({ details }: { readonly details: Details }) {
  const save = useCommand('school.save-details');
  const [draft, setDraft] = useState(details);
  useKeptForm('school-details', draft, setDraft);
  const guard = useLeaveGuard(draft !== details, 'What you changed in the details is not saved.');
  const change = (name: DetailName, value: string) => setDraft((was) => ({ ...was, [name]: value }));
  const refused = save.error?.error;
  const errors = refused?.fields ?? [];
  const gaps = emptyDetails(details);
  const submit = () =>
    save.mutate(draft, {
      onSuccess: () =>
        notify({ title: 'The details are saved', text: 'Letters prepared from now on carry them.' }),
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {guard}
      <Panel
        title="What the letters carry"
        context="Letters already sent keep what they said."
        footer={
          <Button type="submit" variant="primary" loading={save.isPending}>
            Save the details
          </Button>
        }
      >
        <Stack gap={4}>
          <ErrorSummary errors={errors} />
          {refused && errors.length === 0 ? <ErrorCallout title="Not saved" error={refused} /> : null}
          {gaps > 0 ? (
            <Callout tone="due" title={`${plural(gaps, 'entry', 'entries')} still empty`}>
              A letter that needs one of them has a gap, and a letter with a gap cannot be issued.
            </Callout>
          ) : null}
          {DETAIL_GROUPS.map(({ title, fields }) => (
            <section key={title} className={styles.group} aria-label={title}>
              <h3 className={styles.groupTitle}>{title}</h3>
              <div className={styles.pairs}>
                {fields.map(({ name, label, hint, maxLength, rows }) => {
                  const field = {
                    label,
                    name,
                    hint,
                    maxLength,
                    value: draft[name],
                    onChange: (value: string) => change(name, value),
                    error: errors.find(({ path }) => path === name)?.message,
                  };
                  return rows === undefined ? (
                    <TextField key={name} {...field} />
                  ) : (
                    <div key={name} className={styles.whole}>
                      <TextArea {...field} rows={rows} />
                    </div>
                  );
                })}
              </div>
            </section>
          ))}
        </Stack>
      </Panel>
    </form>
  );
}
