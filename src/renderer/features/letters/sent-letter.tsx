import type { OperationOutput } from '#shared/contract/contract.ts';
import { shortFingerprint } from '#shared/text/return-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { LetterIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { LetterCommands } from './letter-commands.tsx';
import { LetterLayout } from './letter-layout.tsx';
import { Paper } from './paper.tsx';
import { StaleCallout } from './stale-callout.tsx';

interface SentLetterProps {
  readonly sent: OperationOutput<'letters.sent'>;
  readonly templateId: string;
}

const NO_GAPS = { labels: new Map<string, string>(), editable: new Set<string>() };

/** A letter exactly as it was sent: nothing in it can change any more. */
export function SentLetter({ sent: { exclusionId, pupilName, blocks, issue }, templateId }: SentLetterProps) {
  const { issueId, title, sentTo, sentHow, sentOn, issuedBy, issuedAt, sha256, stale } = issue;
  return (
    <>
      <ScreenOnly>
        <PageHeader
          title={title}
          status={<StatusTag tone="done">As it was sent</StatusTag>}
          context={
            <>
              About <PersonName name={pupilName} /> · sent <DateText date={sentOn} />
            </>
          }
          actions={<LetterCommands exclusionId={exclusionId} templateId={templateId} issueId={issueId} />}
        />
      </ScreenOnly>
      <LetterLayout paper={<Paper blocks={blocks} title={title} {...NO_GAPS} />}>
        <StaleCallout stale={stale} />
        <Panel title="How it went">
          <Stack gap={3}>
            <DefinitionList
              items={[
                { term: 'To', detail: sentTo },
                { term: 'How', detail: sentHow },
                { term: 'On', detail: <DateText date={sentOn} /> },
                {
                  term: 'Logged by',
                  detail: (
                    <>
                      {issuedBy}, <InstantText instant={issuedAt} />
                    </>
                  ),
                },
                { term: 'Fingerprint', detail: <code title={sha256}>{shortFingerprint(sha256)}</code> },
              ]}
            />
            <div>
              <ButtonLink
                to="/record/letter"
                search={{ exclusion: exclusionId, letter: templateId }}
                icon={LetterIcon}
              >
                The letter as it would go now
              </ButtonLink>
            </div>
          </Stack>
        </Panel>
      </LetterLayout>
    </>
  );
}
