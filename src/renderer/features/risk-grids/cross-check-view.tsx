import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { ImportIcon, SupportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { CheckedList } from './checked-list.tsx';
import { TermChoice } from './term-choice.tsx';
import type { Checked, GridTerm } from './types.ts';

/** A list of the authority’s own beside the grids: who is on one and not in the other. Nothing of the list is kept. */
export function CrossCheckView() {
  const compared = useOperation('authority.compare-grids', {});
  return (
    <Loaded query={compared} what="the grids">
      {({ terms }) => {
        const [latest] = terms;
        return latest === undefined ? (
          <EmptyState icon={SupportIcon} title="No grid has been imported">
            Import the schools’ grids first, then check a list against them.
          </EmptyState>
        ) : (
          <Check terms={terms} latest={latest} />
        );
      }}
    </Loaded>
  );
}

function Check({ terms, latest }: { readonly terms: readonly GridTerm[]; readonly latest: GridTerm }) {
  const choose = useCommand('files.choose');
  // Asked each time and not kept by the window: the answer has names of a list that is kept nowhere.
  const check = useCommand('authority.cross-check-list');
  const [term, setTerm] = useState(latest);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError>();
  const [checked, setChecked] = useState<Checked>();
  const run = (fileId: string) =>
    check.mutate(
      { ...term, fileId, ...(reason.trim() === '' ? {} : { reason }) },
      { onSuccess: setChecked, onError: (failure) => setError(failure.error) },
    );
  const start = () => {
    setError(undefined);
    setChecked(undefined);
    choose.mutate(
      { purpose: 'upn-list' },
      {
        onSuccess: ({ files: [file] }) => {
          if (file) run(file.fileId);
        },
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return (
    <Stack gap={4}>
      <Panel
        title="Check a list against the grids"
        context="A CSV file with a column UPN, for example of pupils known to social services. It is read and compared; nothing of it is kept."
      >
        <Stack gap={3}>
          {error ? (
            <>
              <ErrorCallout title="The list was not checked" error={error} />
              <FileProblems problems={error.problems ?? []} of="the list" />
            </>
          ) : null}
          <Row gap={4} align="end">
            <TermChoice terms={terms} value={term} onChange={setTerm} />
            <TextField
              label="Only pupils whose reason says"
              hint="Leave empty for everybody in the grids."
              optional
              value={reason}
              onChange={setReason}
              maxLength={120}
            />
          </Row>
          <Row>
            <Button
              variant="primary"
              icon={ImportIcon}
              loading={choose.isPending || check.isPending}
              onClick={start}
            >
              Choose the list…
            </Button>
          </Row>
        </Stack>
      </Panel>
      {checked ? <CheckedList checked={checked} /> : null}
    </Stack>
  );
}
