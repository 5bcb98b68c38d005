import { useEffect, useState } from 'react';
import { Button } from '../ui/form/button.tsx';
import { Callout } from '../ui/feedback/callout.tsx';
import { Page } from '../ui/layout/page.tsx';
import { PageHeader } from '../ui/layout/page-header.tsx';

/** A fault of the program on a page: what happened, what was kept, what to do. */
export function ErrorScreen({ error }: { readonly error: unknown }) {
  const [reference] = useState(makeReference);
  useEffect(() => {
    // The name and place of the fault without its message, which may quote what was typed.
    const fault = error instanceof Error ? error : new Error('A value that is no error was thrown');
    // oxlint-disable-next-line no-console -- a window has no log of its own; main writes its console to the file.
    console.error(`Window fault ${reference}: ${fault.name}`, (fault.stack ?? '').replace(fault.message, ''));
  }, [error, reference]);

  return (
    <Page width="form">
      <PageHeader title="Something went wrong on this page" />
      <Callout
        tone="overdue"
        title="The page could not be shown"
        live="alert"
        actions={
          <Button variant="primary" onClick={() => window.location.reload()} autoFocus>
            Reload
          </Button>
        }
      >
        Everything saved before this moment, drafts included, is kept. Reload to go on. If it happens again,
        tell whoever looks after this PC, with the reference {reference}.
      </Callout>
    </Page>
  );
}

function makeReference(): string {
  return crypto.randomUUID().slice(0, 8).toUpperCase();
}
