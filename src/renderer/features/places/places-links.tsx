import { useMay } from '../../api/use-may.ts';
import { ItineraryIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';

/** From the board to what steers it. */
export function PlacesLinks() {
  const mayBook = useMay('places.book');
  return (
    <>
      <ButtonLink to="/places/waiting" variant="quiet">
        Wait lists
      </ButtonLink>
      <ButtonLink to="/places/apart" variant="quiet">
        Kept apart
      </ButtonLink>
      <ButtonLink to="/places/stages" variant="quiet">
        Stages
      </ButtonLink>
      {mayBook ? (
        <ButtonLink to="/places/plan" icon={ItineraryIcon}>
          Plan all
        </ButtonLink>
      ) : null}
    </>
  );
}
