import type { ActiveState, PupilGroup } from '#shared/domain/placements/types.ts';
import { postgresKit, type Kit } from './kit.ts';

/** What a shared database shows of records whose rows are another school's (`storage/shared/views.ts`). */
const views = (k: Kit) => ({
  /** Pupils by name: the school's own, and those who come to its providers. */
  names: k.table('pupil_names', {
    id: k.text('id').primaryKey(),
    schoolId: k.text('school_id').notNull(),
    surname: k.text('surname').notNull(),
    forename: k.text('forename').notNull(),
    form: k.text('form'),
    ncYear: k.text('nc_year'),
  }),
  /** Places that other schools take up; the ids stand for pupils and lead nowhere. */
  others: k.table('others_places', {
    id: k.text('id').primaryKey(),
    pupilId: k.text('pupil_id').notNull(),
    providerId: k.text('provider_id').notNull(),
    date: k.text('date').notNull(),
    slot: k.text('slot').$type<'am' | 'pm'>().notNull(),
    state: k.text('state').$type<ActiveState>().notNull(),
    heldUntil: k.text('held_until'),
    group: k.text('pupil_group').$type<PupilGroup>().notNull(),
  }),
});

export type SharedViews = ReturnType<typeof views>;

export const sharedViews: SharedViews = views(postgresKit);
