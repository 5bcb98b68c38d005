/** What is said of a backup that is not, byte for byte, the one that was made. */
export const ALTERED_BACKUP =
  'This backup is damaged or was altered after it was made: it was not used, and nothing was changed. Choose another one.';
