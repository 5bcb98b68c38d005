import { useOperation } from '../../../api/client.ts';
import { useMay } from '../../../api/use-may.ts';
import { StatusTag } from '../../../ui/data/status-tag.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { TextLink } from '../../../ui/layout/links.tsx';
import { Panel } from '../../../ui/layout/panel.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/layout/text.tsx';

/** How this record stands in its return: in or out, why, and what the checks find, while it can still be put right. */
export function ReturnPanel({ exclusionId }: { readonly exclusionId: string }) {
  return useMay('returns.view') ? <Standing exclusionId={exclusionId} /> : null;
}

function Standing({ exclusionId }: { readonly exclusionId: string }) {
  const record = useOperation('returns.record', { exclusionId });
  return (
    <Panel title="In the return">
      <Loaded query={record} what="how it stands in the return">
        {({ found }) =>
          found === undefined ? (
            <Text muted>No census takes it yet: it has no date.</Text>
          ) : (
            <Stack gap={2}>
              <div>
                {found.verdict === 'in' ? (
                  <StatusTag tone="done">In</StatusTag>
                ) : (
                  <StatusTag tone="closed">Out</StatusTag>
                )}{' '}
                <strong>{found.period.name}</strong>
              </div>
              <Text muted>{found.why}</Text>
              {found.problems.map(({ check, severity, rule, message, explanation }) => (
                <div key={check}>
                  {severity === 'error' ? (
                    <StatusTag tone="overdue">Error {rule}</StatusTag>
                  ) : explanation ? (
                    <StatusTag tone="done">Explained {rule}</StatusTag>
                  ) : (
                    <StatusTag tone="due">Query {rule}</StatusTag>
                  )}{' '}
                  {message}
                </div>
              ))}
              <TextLink to="/returns">Go to the returns</TextLink>
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}
