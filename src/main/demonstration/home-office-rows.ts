import type { AreaContact, HomeSchool } from './types.ts';

const number = (index: number): string => String(index + 1).padStart(4, '0');

/** What the office keeps beside the roll, as rows of the tables. */
export function homeOfficeRows(home: HomeSchool, schoolId: string, pupilId: (index: number) => string) {
  const { heads, exams, contacts, school } = home;
  return {
    heads: heads.map(({ name, acting, from, to }, index) => ({
      id: `demo-head-${number(index)}`,
      schoolId,
      name,
      acting,
      fromDate: from,
      toDate: to,
      version: 1,
    })),
    exams: exams.map((exam, index) => ({
      id: `demo-exam-${number(index)}`,
      schoolId,
      pupilId: null,
      ...exam,
    })),
    contacts: contacts.map(({ pupil, ...contact }: AreaContact, index) => ({
      id: `demo-contact-${number(index)}`,
      pupilId: pupilId(pupil),
      ...contact,
      version: 1,
    })),
    schoolDetails: {
      schoolId,
      address: `${school.name}\nCauseway Road\nMarsh Vale\nMV3 4HS`,
      phone: '01632 960200',
      email: 'office@marshvalehigh.example',
      authorityContact: 'Ms T Brannigan, Inclusion Officer',
      authorityAddress: 'Marsh Vale Council\nCouncil Offices\nHigh Causeway\nMarsh Vale\nMV1 1AA',
      authorityPhone: '01632 960150',
      authorityEmail: 'exclusions@marshvale.example',
      clerkName: 'Mrs J Ellwood',
      clerkAddress: `Clerk to the Governors\n${school.name}\nCauseway Road\nMarsh Vale\nMV3 4HS`,
      clerkPhone: '01632 960201',
      clerkEmail: 'clerk@marshvalehigh.example',
      advice: [
        'Marsh Vale Information, Advice and Support Service: 01632 960170',
        'Coram Children’s Legal Centre: childlawadvice.org.uk',
        'ACE Education Advice: ace-ed.org.uk',
        'National Autistic Society School Exclusion Service: autism.org.uk',
      ].join('\n'),
      work: 'Work for each day is on the school’s website under “Work at home”; please hand it in at the office.',
      letterhead: null,
      letterheadName: null,
      version: 1,
    },
  };
}
