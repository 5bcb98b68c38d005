import type { ContactRelation } from '#shared/domain/pupils/contact.ts';
import type { Random } from './random.ts';
import type { AreaContact, AreaPupil } from './types.ts';

const STREETS = ['Quay Street', 'Mill Lane', 'Osier Road', 'Curlew Close', 'Station Approach', 'Fen Drove'];
const WORKERS = ['Ms R Achterberg', 'Mr J Olusanya', 'Mrs P Kettlewell', 'Ms S Varga'];
/** Ofcom keeps these numbers for fiction. */
const phone = (random: Random): string => `07700 900${String(random.int(0, 999)).padStart(3, '0')}`;

const SOCIAL_WORKER = 0.02;
const HOME_AUTHORITY = 0.015;
const SECOND_PARENT = 0.55;

/** Parents of every pupil; a social worker and the virtual school head of those in care; some live in another area. */
export function homeContacts(random: Random, pupils: readonly AreaPupil[]): readonly AreaContact[] {
  return pupils.flatMap(({ surname, inCare }, pupil): AreaContact[] => {
    const address = `${String(random.int(1, 98))} ${random.pick(STREETS)}\nMarsh Vale\nMV${String(random.int(1, 9))} ${String(random.int(1, 9))}QX`;
    const parent = (title: string, position: number): AreaContact => ({
      pupil,
      relation: 'parent',
      name: `${title} ${surname}`,
      address,
      phone: phone(random),
      email: null,
      position,
    });
    const first = random.chance(0.8) ? 'Mrs' : 'Mr';
    const second = random.chance(SECOND_PARENT) ? [parent(first === 'Mrs' ? 'Mr' : 'Mrs', 2)] : [];
    const office = (relation: ContactRelation, name: string, email: string): AreaContact => ({
      pupil,
      relation,
      name,
      address: 'Council Offices\nHigh Causeway\nMarsh Vale\nMV1 1AA',
      phone: '01632 960100',
      email,
      position: 1,
    });
    const watched = random.chance(SOCIAL_WORKER) || inCare;
    const worker = random.pick(WORKERS);
    const away = random.chance(HOME_AUTHORITY);
    return [
      parent(first, 1),
      ...second,
      ...(watched ? [office('social-worker', worker, 'social.care@marshvale.example')] : []),
      ...(inCare
        ? [office('virtual-school-head', 'Dr A Featherstonhaugh', 'virtual.school@marshvale.example')]
        : []),
      ...(away ? [office('home-authority', 'Wolds Edge Council', 'exclusions@woldsedge.example')] : []),
    ];
  });
}
