/** What the person who decides is called: a pupil referral unit has a teacher in charge. */
export const headTitle = (phase: string): string => (phase === 'pru' ? 'Teacher in charge' : 'Head teacher');

/** The same for whoever stands in. */
export const actingTitle = (phase: string): string =>
  phase === 'pru' ? 'Acting teacher in charge' : 'Acting head';
