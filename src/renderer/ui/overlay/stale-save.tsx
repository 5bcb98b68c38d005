import { useEffect, useEffectEvent, useState } from 'react';
import { chooseVersions, type Choice } from '#shared/domain/editing/choose-versions.ts';
import { compareVersions, type Version } from '#shared/domain/editing/compare-versions.ts';
import { Callout } from '../feedback/callout.tsx';
import { Button } from '../form/button.tsx';
import { VersionTable } from '../form/version-table.tsx';
import { Row } from '../layout/row.tsx';
import { Dialog } from './dialog.tsx';

export interface StaleSaveProps<V extends Version> {
  /** Why the save was refused. */
  readonly message: string;
  /** What is compared, in its order. */
  readonly fields: readonly (keyof V & string)[];
  /** What the form began with, what it says, and what the other has saved; that one is missing until it was fetched. */
  readonly base: V;
  readonly mine: V;
  readonly theirs: V | undefined;
  readonly labelOf: (field: keyof V & string) => string;
  /** What a field says; empty where nothing was entered. */
  readonly textOf: (field: keyof V & string, version: V) => string;
  /** Fetches what the other has saved. */
  readonly onFetch: () => void;
  /** What the form is to say from now on, on top of the other’s version. */
  readonly onChoose: (chosen: Partial<V>) => void;
}

/** A form whose record somebody else has saved first: both versions side by side, and what was typed stays. */
export function StaleSave<V extends Version>({ message, ...versions }: StaleSaveProps<V>) {
  const { theirs, onFetch, onChoose } = versions;
  const [comparing, setComparing] = useState(false);
  const fetchOnce = useEffectEvent(onFetch);
  useEffect(() => fetchOnce(), []);
  return (
    <>
      <Callout
        tone="overdue"
        title="Not saved: somebody else saved first"
        live="alert"
        actions={
          theirs ? (
            <Button size="small" variant="primary" onClick={() => setComparing(true)}>
              Compare both versions
            </Button>
          ) : undefined
        }
      >
        {message}
      </Callout>
      {theirs && comparing ? (
        <BothVersions
          {...versions}
          theirs={theirs}
          onChoose={(chosen) => {
            setComparing(false);
            onChoose(chosen);
          }}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </>
  );
}

type BothVersionsProps<V extends Version> = Omit<StaleSaveProps<V>, 'message' | 'onFetch' | 'theirs'> & {
  readonly theirs: V;
  readonly onClose: () => void;
};

function BothVersions<V extends Version>({
  fields,
  base,
  mine,
  theirs,
  labelOf,
  textOf,
  onChoose,
  onClose,
}: BothVersionsProps<V>) {
  const [choices, setChoices] = useState<Readonly<Partial<Record<string, Choice>>>>({});
  const [tried, setTried] = useState(false);
  const compared = compareVersions<V>(fields, { base, mine, theirs });
  const differing = compared.filter(({ standing }) => standing !== 'alike');
  const take = () => {
    const chosen = chooseVersions(compared, choices);
    if (chosen === undefined) return setTried(true);
    return onChoose(chosen);
  };
  return (
    <Dialog open onClose={onClose} title="Two versions" width={920}>
      <p>
        Choose what is to be saved. What only one of you changed is chosen already; the audit trail keeps the
        version that was saved before.
      </p>
      <VersionTable
        rows={differing.map(({ field, standing }) => ({
          field,
          label: labelOf(field),
          standing,
          mine: textOf(field, mine),
          theirs: textOf(field, theirs),
        }))}
        choices={choices}
        onChoose={(field, choice) => setChoices((was) => ({ ...was, [field]: choice }))}
        wanting={tried}
      />
      <Row justify="end">
        <Button onClick={onClose}>Back to my version</Button>
        <Button onClick={() => onChoose(theirs)}>Take theirs</Button>
        <Button variant="primary" onClick={take}>
          Take what is chosen
        </Button>
      </Row>
    </Dialog>
  );
}
