/**
 * Who is told about a pupil's exclusion. `home-authority`: the authority of the pupil's home, entered only when it is not
 * the school's. A pupil who has a contact of a kind has that person: a `social-worker` contact means a social worker.
 */
export const CONTACT_RELATIONS = [
  'parent',
  'social-worker',
  'virtual-school-head',
  'home-authority',
] as const;

export type ContactRelation = (typeof CONTACT_RELATIONS)[number];
