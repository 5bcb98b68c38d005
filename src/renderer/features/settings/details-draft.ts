import type { OperationOutput } from '#shared/contract/contract.ts';

export type Details = OperationOutput<'school.get'>['details'];
export type DetailName = Exclude<keyof Details, 'version'>;

interface DetailField {
  readonly name: DetailName;
  readonly label: string;
  readonly maxLength: number;
  readonly hint?: string;
  /** Lines shown; one line when it is missing. */
  readonly rows?: number;
}

interface DetailGroup {
  readonly title: string;
  readonly fields: readonly DetailField[];
}

const address = (name: DetailName): DetailField => ({ name, label: 'Address', maxLength: 300, rows: 5 });
const phone = (name: DetailName): DetailField => ({ name, label: 'Telephone', maxLength: 40 });
const email = (name: DetailName): DetailField => ({ name, label: 'E-mail', maxLength: 120 });

/** What the letters carry, in the order in which the form asks for it. */
export const DETAIL_GROUPS: readonly DetailGroup[] = [
  { title: 'Your school', fields: [address('address'), phone('phone'), email('email')] },
  {
    title: 'The local authority’s exclusions officer',
    fields: [
      { name: 'authorityContact', label: 'Name', maxLength: 120 },
      address('authorityAddress'),
      phone('authorityPhone'),
      email('authorityEmail'),
    ],
  },
  {
    title: 'The clerk to the governors',
    fields: [
      { name: 'clerkName', label: 'Name', maxLength: 120 },
      address('clerkAddress'),
      phone('clerkPhone'),
      email('clerkEmail'),
    ],
  },
  {
    title: 'Work for the days at home',
    fields: [
      {
        name: 'work',
        label: 'How work is set and comes back',
        hint: 'The letters to parents say it like this; each letter can say it differently. For example: “Work for each day is on the school’s website; please hand it in at the office.”',
        maxLength: 600,
        rows: 3,
      },
    ],
  },
  {
    title: 'Free advice for parents',
    fields: [
      {
        name: 'advice',
        label: 'Where parents find free advice',
        hint: 'One a line, each with its telephone number or address. The letters list them.',
        maxLength: 2000,
        rows: 5,
      },
    ],
  },
];

/** How many of the details are still empty: each is a gap in the letters. */
export const emptyDetails = (details: Details): number =>
  DETAIL_GROUPS.flatMap(({ fields }) => fields).filter(({ name }) => details[name].trim() === '').length;
