import { useState } from 'react';
import { formatBirthDate } from '#shared/domain/calendar/format-date.ts';
import { BECOMES_WORDS, sayHalfDays, sayTerm } from '#shared/text/transfer-words.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { HandedOn } from './handed-on.tsx';
import styles from './transfer.module.css';
import type { Preview } from './use-takeover.ts';

type Typed = Preview['typed'][number];

interface TakeoverCheckProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onAnswer: (row: Typed, count: boolean) => void;
  readonly onTake: (compared: boolean) => void;
  readonly onAnotherFile: () => void;
}

/** The dry run: whose file it is, who signed it, what would count, and what it tells. */
export function TakeoverCheck(props: TakeoverCheckProps) {
  const { preview, busy, onAnswer, onTake, onAnotherFile } = props;
  const nameOf = usePersonName();
  const [compared, setCompared] = useState(false);
  const { from, pupil, key, outcome, replaces, terms, typed, history } = preview;
  const asked = typed.some(({ becomes }) => becomes === 'asked');
  const known = key.standing === 'confirmed' || outcome === 'same';
  return (
    <SplitLayout
      kind="form"
      aside={
        <Panel title="What the file tells">
          <HandedOn history={history} />
        </Panel>
      }
    >
      {outcome === 'same' ? (
        <Callout tone="info" title="This very file is here already">
          Taking it over again changes nothing.
        </Callout>
      ) : null}
      {replaces ? (
        <Callout tone="info" title={`A file of ${from.name} is here already`}>
          It was written on <InstantText instant={replaces.madeAt} />. This one is later and takes its place.
        </Callout>
      ) : null}
      <Panel title="Whose file">
        <DefinitionList
          items={[
            {
              term: 'Pupil',
              detail: `${nameOf(pupil.name)}, born ${formatBirthDate(pupil.dob)}, UPN ${pupil.upn}`,
            },
            { term: 'From', detail: `${from.name} (${from.laEstab})` },
            { term: 'Written', detail: <InstantText instant={from.madeAt} /> },
            { term: 'Signed with', detail: <span className={styles.key}>{key.fingerprint}</span> },
          ]}
        />
      </Panel>
      <Panel title="Days at earlier schools" flush={terms.length > 0}>
        <DataTable
          caption="Days at earlier schools, now and with this file"
          columns={[
            { key: 'term', header: 'Term', render: sayTerm },
            { key: 'before', header: 'Now', numeric: true, render: ({ before }) => sayHalfDays(before) },
            {
              key: 'after',
              header: 'With this file',
              numeric: true,
              render: ({ after }) => sayHalfDays(after),
            },
          ]}
          rows={terms}
          rowKey={sayTerm}
          empty={<Text muted>The file has no days out, and none are recorded here.</Text>}
        />
      </Panel>
      {typed.length > 0 ? (
        <Panel
          title="Typed by hand before"
          context="No day may count twice. Where the file does not show whose days these are, you say."
        >
          <Stack gap={4}>
            {typed.map((row) => (
              <TypedDays key={sayTerm(row)} row={row} school={from.name} onAnswer={onAnswer} />
            ))}
          </Stack>
        </Panel>
      ) : null}
      {known ? null : (
        <Callout
          tone={key.standing === 'changed' ? 'overdue' : 'due'}
          title={
            key.standing === 'changed'
              ? 'Another key than this school’s files before'
              : 'The key of this school is not confirmed yet'
          }
        >
          <Stack gap={3}>
            <Text>
              Ask {from.name} by telephone, on a number that you know and not one from the message, for the
              key that it signs with. Anybody can write a file in a school’s name; only the school has its
              key.
            </Text>
            <CheckboxField
              label="I compared the key with the school, and it is the one above"
              checked={compared}
              onChange={setCompared}
            />
          </Stack>
        </Callout>
      )}
      <Row gap={2} justify="end">
        <Button onClick={onAnotherFile}>Another file</Button>
        <Button
          variant="primary"
          loading={busy}
          disabled={asked || (!known && !compared)}
          disabledReason={asked ? 'Say first whose days were typed by hand.' : 'Compare the key first.'}
          onClick={() => onTake(compared)}
        >
          Take over
        </Button>
      </Row>
    </SplitLayout>
  );
}

function TypedDays({
  row,
  school,
  onAnswer,
}: {
  readonly row: Typed;
  readonly school: string;
  readonly onAnswer: TakeoverCheckProps['onAnswer'];
}) {
  const { halfDays, source, becomes } = row;
  const [asks] = useState(becomes !== 'replaced');
  const what = `${sayTerm(row)}: ${sayHalfDays(halfDays)}, from “${source}”`;
  if (!asks) {
    return (
      <Text>
        {what}. {BECOMES_WORDS[becomes]}.
      </Text>
    );
  }
  return (
    <SegmentedChoice
      label={what}
      hint={becomes === 'asked' ? 'Choose one before you go on.' : undefined}
      value={becomes === 'asked' ? null : becomes}
      onChange={(value) => onAnswer(row, value === 'kept')}
      options={[
        { value: 'replaced', label: `Days at ${school}: the file tells them` },
        { value: 'kept', label: 'Days at yet another school: count them as well' },
      ]}
    />
  );
}
