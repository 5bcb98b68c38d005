/** Whether SQLite says that another program is in the way, and that it may be tried again. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
