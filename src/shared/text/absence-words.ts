/** What the app says wherever an absence at the school's request is shown or noted. */
export const UNLAWFUL_ABSENCE =
  'Sending a pupil home, or asking for a pupil to be kept at home, for their behaviour is unlawful unless it is recorded as an exclusion, however short it is and even if the parents agree.';

/** What noting it does, and does not. */
export const ABSENCE_NOT_COUNTED =
  'This note counts nowhere: not in the pupil’s days, not in the return, not in the register codes. To put it right, record it properly.';
