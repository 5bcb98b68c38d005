import { LETTER_IDS, type LetterId, type LetterTemplate } from '../../domain/letters/types.ts';
import { GOVERNORS_DECISION } from './governors-decision.ts';
import { GOVERNORS_INVITATION } from './governors-invitation.ts';
import { NOTICE_AUTHORITY } from './notice-authority.ts';
import { NOTICE_GOVERNORS } from './notice-governors.ts';
import { NOTICE_HOME_AUTHORITY } from './notice-home-authority.ts';
import { NOTICE_SOCIAL_WORKER } from './notice-social-worker.ts';
import { NOTICE_VIRTUAL_SCHOOL_HEAD } from './notice-virtual-school-head.ts';
import { PARENTS_CANCELLED } from './parents-cancelled.ts';
import { PARENTS_EXAM } from './parents-exam.ts';
import { PARENTS_FURTHER } from './parents-further.ts';
import { PARENTS_LUNCHTIME } from './parents-lunchtime.ts';
import { PARENTS_OVER_15 } from './parents-over-15.ts';
import { PARENTS_OVER_5 } from './parents-over-5.ts';
import { PARENTS_PERMANENT } from './parents-permanent.ts';
import { PARENTS_SHORT } from './parents-short.ts';

/** Every letter and notice by id. */
export const LETTER_TEMPLATES: Readonly<Record<LetterId, LetterTemplate>> = {
  'parents-short': PARENTS_SHORT,
  'parents-over-5': PARENTS_OVER_5,
  'parents-exam': PARENTS_EXAM,
  'parents-over-15': PARENTS_OVER_15,
  'parents-permanent': PARENTS_PERMANENT,
  'parents-lunchtime': PARENTS_LUNCHTIME,
  'parents-further': PARENTS_FURTHER,
  'parents-cancelled': PARENTS_CANCELLED,
  'notice-authority': NOTICE_AUTHORITY,
  'notice-home-authority': NOTICE_HOME_AUTHORITY,
  'notice-governors': NOTICE_GOVERNORS,
  'notice-social-worker': NOTICE_SOCIAL_WORKER,
  'notice-virtual-school-head': NOTICE_VIRTUAL_SCHOOL_HEAD,
  'governors-invitation': GOVERNORS_INVITATION,
  'governors-decision': GOVERNORS_DECISION,
};

/** The id as one of ours; undefined for an unknown one. */
export const letterId = (id: string): LetterId | undefined => LETTER_IDS.find((known) => known === id);
