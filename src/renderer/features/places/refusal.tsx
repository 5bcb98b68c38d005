import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import type { Failure } from './use-booking.ts';

/** Why a step was refused. The sentence names pupils, so it waits behind the privacy curtain. */
export function Refusal({ failure }: { readonly failure: Failure }) {
  const { drawn, toggle } = useCurtain();
  if (!drawn) return <ErrorCallout title={failure.title} error={failure.error} />;
  return (
    <Callout
      tone="overdue"
      live="alert"
      title={failure.title}
      actions={
        <Button size="small" onClick={toggle}>
          Show names
        </Button>
      }
    >
      The reason names pupils, and names are hidden now.
    </Callout>
  );
}
