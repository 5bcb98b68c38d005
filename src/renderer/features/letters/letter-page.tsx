import { useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { PrepareLetter } from './prepare-letter.tsx';
import { SentLetter } from './sent-letter.tsx';

export interface LetterPageProps {
  readonly exclusionId: string;
  readonly templateId: string;
  /** Given: the letter as it was sent then. */
  readonly issueId?: string | undefined;
}

/** One letter of a case: being prepared, or as it was sent. */
export function LetterPage({ exclusionId, templateId, issueId }: LetterPageProps) {
  const { drawn, toggle } = useCurtain();
  return (
    <Page>
      {drawn ? (
        <>
          <PageHeader title="Letter" />
          <Callout
            tone="info"
            title="Names are hidden, and a letter is full of them"
            actions={
              <Button size="small" onClick={toggle}>
                Show names
              </Button>
            }
          >
            What was typed into it is kept.
          </Callout>
        </>
      ) : issueId === undefined ? (
        <ToPrepare exclusionId={exclusionId} templateId={templateId} />
      ) : (
        <AsSent issueId={issueId} templateId={templateId} />
      )}
    </Page>
  );
}

function ToPrepare({ exclusionId, templateId }: Pick<LetterPageProps, 'exclusionId' | 'templateId'>) {
  const letter = useOperation('letters.open', { exclusionId, templateId });
  return (
    <Loaded query={letter} what="the letter">
      {(opened) => <PrepareLetter opened={opened} />}
    </Loaded>
  );
}

function AsSent({ issueId, templateId }: { readonly issueId: string; readonly templateId: string }) {
  const letter = useOperation('letters.sent', { issueId });
  return (
    <Loaded query={letter} what="the letter as it was sent">
      {(sent) => <SentLetter sent={sent} templateId={templateId} />}
    </Loaded>
  );
}
