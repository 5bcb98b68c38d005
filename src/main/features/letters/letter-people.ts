import type { LetterFacts, Person } from '#shared/domain/letters/types.ts';
import { readContacts, type ContactRecord } from '../../storage/repositories/contacts.ts';
import type { SchoolDetailsRecord } from '../../storage/repositories/school-details.ts';
import type { School, Workspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';

type People = Pick<
  LetterFacts,
  | 'parents'
  | 'socialWorker'
  | 'virtualSchoolHead'
  | 'homeAuthority'
  | 'school'
  | 'authority'
  | 'clerk'
  | 'advice'
  | 'work'
>;

interface Home {
  readonly school: School;
  readonly workspace: Workspace;
  readonly details: SchoolDetailsRecord | undefined;
}

const person = (
  name: string,
  ways: Readonly<Record<'address' | 'phone' | 'email', string | null | undefined>>,
): Person => ({
  name,
  ...(ways.address ? { address: ways.address } : {}),
  ...(ways.phone ? { phone: ways.phone } : {}),
  ...(ways.email ? { email: ways.email } : {}),
});

const ofContact = ({ name, ...ways }: ContactRecord): Person => person(name, ways);

/** Everybody a letter of a pupil's case is written to or names, as the school and the pupil's page have them. */
export async function readLetterPeople(
  db: Db,
  pupilId: string,
  { school, workspace, details }: Home,
): Promise<People> {
  const contacts = await readContacts(db, pupilId);
  const first = (relation: ContactRecord['relation']) => contacts.find((one) => one.relation === relation);
  const [worker, head, authority] = [
    first('social-worker'),
    first('virtual-school-head'),
    first('home-authority'),
  ];
  return {
    parents: contacts.filter(({ relation }) => relation === 'parent').map(ofContact),
    ...(worker ? { socialWorker: ofContact(worker) } : {}),
    ...(head ? { virtualSchoolHead: ofContact(head) } : {}),
    ...(authority ? { homeAuthority: ofContact(authority) } : {}),
    school: {
      ...person(school.name, {
        address: details?.address,
        phone: details?.phone,
        email: details?.email,
      }),
      phase: school.phase,
    },
    authority: {
      ...person(workspace.authority?.name ?? '', {
        address: details?.authorityAddress,
        phone: details?.authorityPhone,
        email: details?.authorityEmail,
      }),
      ...(details?.authorityContact ? { contact: details.authorityContact } : {}),
    },
    ...(details?.clerkName
      ? {
          clerk: person(details.clerkName, {
            address: details.clerkAddress,
            phone: details.clerkPhone,
            email: details.clerkEmail,
          }),
        }
      : {}),
    ...(details?.work ? { work: details.work } : {}),
    advice: (details?.advice ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}
