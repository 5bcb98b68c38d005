import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import type { Failure } from './use-booking.ts';

/** Why a step was refused. The sentence names pupils, so it waits behind the privacy curtain. */
export function Refusal({ failure }: { readonly failure: Failure }) {
  return <VeiledError title={failure.title} error={failure.error} />;
}
