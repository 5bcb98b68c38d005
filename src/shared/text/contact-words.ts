import type { ContactRelation } from '../domain/pupils/contact.ts';

const RELATIONS: Readonly<Record<ContactRelation, string>> = {
  parent: 'Parent or carer',
  'social-worker': 'Social worker',
  'virtual-school-head': 'Virtual school head',
  'home-authority': 'Authority of the pupil’s home',
};

/** "Social worker": what somebody is to a pupil, at the beginning of a sentence. */
export const relationWords = (relation: ContactRelation): string => RELATIONS[relation];
