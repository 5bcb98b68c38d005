import { anybody, both, either, may, mine, ofSchool, ofWorkspace, type TableRights } from './conditions.ts';

/** The ids of the chain that belongs to the person’s workspace. */
const OWN_CHAIN =
  'id >= (SELECT rights.workspace()) * 1000000000::bigint AND id < ((SELECT rights.workspace()) + 1) * 1000000000::bigint';

const HANDED_ON = `coalesce(outcome, 'done') NOT IN ('seen', 'refused')`;

/** The history that a page shows of a pupil with the cases and stays, and of a provider. */
const OF_PAGES = either(
  both(may('exclusions.view'), `subject_type IN ('pupil', 'exclusion')`),
  both(may('places.arrange', 'exclusions.view'), `subject_type IN ('placement', 'place')`),
  both(may('places.arrange'), `subject_type = 'provider'`),
);

const MANAGED = either(ofSchool('people.manage'), '(SELECT rights.manages_all())');

/** A role of somebody whom the person may manage; staff are of a provider of their own school. */
const TERM_OF_MANAGED = both(
  may('people.manage'),
  `EXISTS (SELECT 1 FROM public.users whose WHERE whose.id = user_id AND (whose.school_id = (SELECT rights.school_for('people.manage')) OR (SELECT rights.manages_all()))
     AND (provider_id IS NULL OR whose.school_id = (SELECT theirs.school_id FROM public.providers theirs WHERE theirs.id = provider_id)))`,
);

/** Of a person's commands, and of the commits of an open store (`engines/postgres/receipt.ts`), which is a login's. */
const RECEIPT = either(mine('user_name'), 'user_name = session_user');

/**
 * Who works here, the audit trail and what windows tell each other. Nobody changes the trail, and what is not theirs of
 * their own row: a name, a school, a login change through functions that look at who asks (`people-functions.ts`).
 */
export const peopleRights: Readonly<Record<string, TableRights>> = {
  // The version of the data: an app that is older or newer says so before anything else.
  first_day: { see: 'true' },
  workspace: {
    see: 'id = (SELECT rights.workspace())',
    change:
      "id = (SELECT rights.workspace_for('setup.manage', 'people.manage', 'privacy.manage', 'returns.export'))",
  },
  users: {
    see: either('login_role = session_user', MANAGED),
    add: MANAGED,
    change: MANAGED,
  },
  user_roles: {
    see: either(
      'user_id = (SELECT own.id FROM public.users own WHERE own.login_role = session_user)',
      TERM_OF_MANAGED,
    ),
    add: TERM_OF_MANAGED,
    remove: TERM_OF_MANAGED,
  },
  audit: {
    see: both(OWN_CHAIN, either(may('audit.view'), both(HANDED_ON, OF_PAGES))),
    add: both(OWN_CHAIN, 'user_id = (SELECT rights.who()) AND hash IS NOT NULL', mine('user_name')),
  },
  audit_head: { see: both('id = (SELECT rights.workspace())', anybody) },
  command_receipts: { see: RECEIPT, add: RECEIPT, change: RECEIPT, remove: RECEIPT },
  editing: {
    see: ofWorkspace('app.use'),
    add: both(ofWorkspace('app.use'), mine('user_name')),
    change: both(ofWorkspace('app.use'), mine('user_name')),
    remove: both(ofWorkspace('app.use'), mine('user_name')),
  },
};
