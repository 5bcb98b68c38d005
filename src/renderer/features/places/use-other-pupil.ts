import { useOperation } from '../../api/client.ts';
import type { OtherPupil } from './picked.ts';

interface Asked {
  readonly pupilId: string;
  readonly purpose: OtherPupil['purpose'];
}

/** The pupil whom the address names: of our roll for a break, of another school to be hosted. */
export function useOtherPupil(asked: Asked | undefined): OtherPupil | undefined {
  const respite = asked?.purpose === 'respite';
  const own = useOperation('pupils.get', { pupilId: asked?.pupilId ?? '' }, { enabled: respite });
  const visitors = useOperation('places.visitors', {}, { enabled: asked?.purpose === 'visiting' });
  if (asked === undefined) return undefined;
  if (respite) {
    const pupil = own.data?.pupil;
    return (
      pupil && {
        ...asked,
        name: `${pupil.forename} ${pupil.surname}`,
        from: pupil.form,
      }
    );
  }
  const visitor = visitors.data?.pupils.find(({ pupilId }) => pupilId === asked.pupilId);
  return visitor && { ...asked, name: visitor.name, from: visitor.schoolName };
}
