import { useMay } from '../../api/use-may.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';

/** A board without rows: what to do first. */
export function NoProviders() {
  const mayEdit = useMay('providers.edit');
  return (
    <EmptyState
      icon={PlaceIcon}
      title="No providers yet"
      action={
        mayEdit ? (
          <ButtonLink variant="primary" to="/places/providers/$providerId" params={{ providerId: 'new' }}>
            Add a provider
          </ButtonLink>
        ) : undefined
      }
    >
      {mayEdit
        ? 'Add the places where excluded pupils can be taught: your own unit, a pupil referral unit, a partner school, an authority centre.'
        : 'The places where excluded pupils can be taught are not entered yet. Ask whoever sets the school up.'}
    </EmptyState>
  );
}
