/** "FDay" in ASCII: marks a file as First Day's, so that another program's database is never touched. */
export const APPLICATION_ID = 0x46446179;
