import { useState } from 'react';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { LetterIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { lastWay, rememberWay } from './last-way.ts';

export type Way = OperationInput<'letters.issue'>['sentHow'];

export interface Sending {
  readonly sentTo: string;
  readonly sentHow: Way;
  readonly sentOn: string;
}

const WAYS: readonly Way[] = ['by hand', 'first-class post', 'second-class post', 'e-mail', 'secure portal'];

interface IssuePanelProps {
  readonly suggestedTo: string;
  /** Why it cannot go now; undefined when it can. */
  readonly barred: string | undefined;
  readonly fulfils: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  readonly onIssue: (sending: Sending) => void;
}

/** To whom the letter goes, how, on which day. From then on it is kept exactly as it was sent. */
export function IssuePanel({ suggestedTo, barred, fulfils, busy, error, onIssue }: IssuePanelProps) {
  const today = useToday();
  const [sentTo, setSentTo] = useState(suggestedTo);
  const [sentHow, setSentHow] = useState<Way>(
    () => WAYS.find((way) => way === lastWay()) ?? 'first-class post',
  );
  const [sentOn, setSentOn] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const fields = Object.fromEntries((error?.fields ?? []).map(({ path, message }) => [path, message]));
  const issue = () => {
    setTried(true);
    if (barred !== undefined || sentOn === null || sentTo.trim() === '') return;
    rememberWay(sentHow);
    onIssue({ sentTo, sentHow, sentOn });
  };
  useHotkey('Ctrl+Enter', issue, { enabled: !busy, description: 'Issue the letter' });
  return (
    <Panel
      title="Send it"
      footer={
        <Button
          variant="primary"
          icon={LetterIcon}
          shortcut="Ctrl+Enter"
          loading={busy}
          disabled={barred !== undefined}
          disabledReason={barred}
          onClick={issue}
        >
          Issue the letter
        </Button>
      }
    >
      <Stack gap={3}>
        {error ? <ErrorCallout title="Not issued" error={error} /> : null}
        <TextField
          label="To"
          name="sentTo"
          value={sentTo}
          onChange={setSentTo}
          maxLength={200}
          error={fields['sentTo'] ?? (tried && sentTo.trim() === '' ? 'Enter to whom it goes.' : undefined)}
        />
        <Row gap={4} align="start">
          <SelectField
            label="How"
            name="sentHow"
            width="short"
            value={sentHow}
            onChange={setSentHow}
            options={WAYS.map((way) => ({ value: way, label: way.charAt(0).toUpperCase() + way.slice(1) }))}
          />
          <DateField
            label="On"
            name="sentOn"
            value={sentOn}
            onChange={setSentOn}
            error={
              fields['sentOn'] ?? (tried && sentOn === null ? 'Enter the day on which it goes.' : undefined)
            }
          />
        </Row>
        <Text small muted>
          {barred ??
            `It is kept exactly as it stands${fulfils ? ', and its duty is noted as done' : ''}. First Day does not send it: print it, or save it as PDF or Word.`}
        </Text>
      </Stack>
    </Panel>
  );
}
