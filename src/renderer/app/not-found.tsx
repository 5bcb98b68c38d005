import { HelpIcon } from '../ui/icons.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { ButtonLink } from '../ui/layout/links.tsx';
import { Page } from '../ui/layout/page.tsx';
import { PageHeader } from '../ui/layout/page-header.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page>
      <PageHeader title="Nothing is here" />
      <EmptyState
        icon={HelpIcon}
        title="This page does not exist"
        action={<ButtonLink to="/">Go to the start</ButtonLink>}
      >
        The link may be from an older version of the program.
      </EmptyState>
    </Page>
  );
}
