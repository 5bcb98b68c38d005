import { useState } from 'react';
import { useCommand, useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { HeldSections } from './held-sections.tsx';
import { TextsPanel } from './texts-panel.tsx';
import type { Held, Subject } from './types.ts';

/** Everything held about one pupil: what it is, which free texts to read first, and the file for who asked. */
export function HeldPage({ subject }: { readonly subject: Subject }) {
  const held = useOperation('privacy.held', subject);
  return (
    <Page>
      <Loaded query={held} what="what is held">
        {(found) => <HeldView subject={subject} held={found} />}
      </Loaded>
    </Page>
  );
}

function HeldView({ subject, held }: { readonly subject: Subject; readonly held: Held }) {
  const nameOf = usePersonName('open');
  const write = useCommand('privacy.subject-access');
  const show = useCommand('files.show-in-folder');
  // What is left out, each with the reason; an empty reason is not given yet.
  const [leftOut, setLeftOut] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const missing = Object.values(leftOut).filter((reason) => reason.trim() === '').length;
  const send = () => {
    setTried(true);
    if (missing > 0) return;
    write.mutate(
      { subject, leftOut: Object.entries(leftOut).map(([key, reason]) => ({ key, reason })) },
      {
        onSuccess: ({ fileId, fileName, pdf }) =>
          notify({
            title: `${fileName} written`,
            text: pdf ? 'It is not protected: hand it over safely, then delete it.' : 'Without the PDF.',
            action: { label: 'Show in folder', onSelect: () => show.mutate({ fileId }) },
          }),
      },
    );
  };
  return (
    <>
      <PageHeader
        title={`Everything held about ${nameOf(held.name)}`}
        context={`UPN ${held.upn}`}
        actions={
          <Button variant="primary" icon={ExportIcon} loading={write.isPending} onClick={send}>
            Write the file…
          </Button>
        }
      />
      {write.error && write.error.error.code !== 'cancelled' ? (
        <ErrorCallout title="No file was written" error={write.error.error} />
      ) : null}
      {tried && missing > 0 ? (
        <Callout tone="overdue" live="alert" title="No file was written">
          Give the reason of each text that is left out.
        </Callout>
      ) : null}
      <Callout tone="due" title="The file leaves the protection of First Day">
        It is an archive with {held.pdf ? 'a PDF in plain words and ' : ''}the data for another program, and
        anybody who has it can read it. Names of other pupils are left out where they stand in fields of their
        own; in what was typed freely nobody but you can tell. Read those texts first.
      </Callout>
      <SplitLayout kind="form" aside={<HeldSections sections={held.sections} />}>
        <TextsPanel texts={held.texts} leftOut={leftOut} onChange={setLeftOut} tried={tried} />
      </SplitLayout>
    </>
  );
}
