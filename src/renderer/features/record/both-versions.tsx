import { useEffect, useState } from 'react';
import type { Choice } from '#shared/domain/editing/choose-versions.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { VersionTable } from '../../ui/form/version-table.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import type { Case } from './case/types.ts';
import { chooseDraft, compareDrafts, type DraftPart } from './draft-versions.ts';
import { formOfCase, formOfDraft, inputOfForm } from './form-state.ts';
import type { RecordCase } from './use-record-case.ts';
import { PART_LABELS, partText } from './version-words.ts';

interface BothVersionsProps {
  readonly exclusionId: string;
  readonly record: Pick<RecordCase, 'form' | 'change' | 'saving'>;
  readonly onClose: () => void;
}

/** A draft that two people changed: what is on the screen beside what the other has saved. */
export function BothVersions({ exclusionId, record, onClose }: BothVersionsProps) {
  const query = useOperation('exclusions.get', { id: exclusionId });
  const { refetch, isFetchedAfterMount } = query;
  useEffect(() => void refetch(), [refetch]);
  return (
    <Dialog open onClose={onClose} title="Two versions of this draft" width={920}>
      <Loaded query={isFetchedAfterMount ? query : { ...query, data: undefined }} what="the other version">
        {(found) => <Versions found={found} record={record} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function Versions({
  found,
  record: { form, change, saving },
  onClose,
}: Omit<BothVersionsProps, 'exclusionId'> & { readonly found: Case }) {
  const [choices, setChoices] = useState<Readonly<Partial<Record<DraftPart, Choice>>>>({});
  const [tried, setTried] = useState(false);
  const theirs = formOfCase(found);
  const kept = saving.lastKept();
  const base = kept === undefined ? theirs : formOfKept(kept, form);
  const compared = compareDrafts({ base, mine: form, theirs });
  const issued = found.row.state !== 'draft';
  const goOn = (chosen: ReturnType<typeof chooseDraft>) => {
    if (chosen === undefined) return setTried(true);
    change(chosen);
    saving.goOnFrom({ id: found.row.id, version: found.draft.version }, inputOfForm(theirs));
    return onClose();
  };
  const allTheirs = Object.fromEntries(compared.map(({ field }) => [field, 'theirs' as const]));
  return (
    <>
      <p>
        {issued
          ? 'The other version was issued and binds; nothing in it can be changed here. Yours can be kept as a new draft.'
          : 'Choose what the draft is to say. What only one of you changed is chosen already; the audit trail keeps the version that was saved before.'}
      </p>
      <VersionTable
        rows={compared.map(({ field, standing, mine: own, theirs: other }) => ({
          field,
          label: PART_LABELS[field],
          standing,
          mine: partText(field, { ...form, ...own }),
          theirs: partText(field, { ...theirs, ...other }),
        }))}
        choices={choices}
        onChoose={issued ? undefined : (field, choice) => setChoices((was) => ({ ...was, [field]: choice }))}
        wanting={tried}
      />
      <Row justify="end">
        <Button onClick={onClose}>Back to my version</Button>
        {issued ? null : (
          <>
            <Button onClick={() => goOn(chooseDraft(compared, allTheirs))}>Take theirs</Button>
            <Button variant="primary" onClick={() => goOn(chooseDraft(compared, choices))}>
              Save what is chosen
            </Button>
          </>
        )}
      </Row>
    </>
  );
}

/** The fields of the draft that was on the screen when it was last kept: it was kept by this very form. */
function formOfKept(kept: string, { pupil, follows }: RecordCase['form']) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const draft = JSON.parse(kept) as Parameters<typeof formOfDraft>[0];
  return formOfDraft(draft, pupil?.id === draft.pupilId ? pupil : { id: draft.pupilId, name: '' }, follows);
}
