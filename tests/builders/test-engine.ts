/** Whether this run of tests is the second one, on PostgreSQL: what is about SQLite's files or its plans is left out. */
export const ON_POSTGRES = process.env['FIRST_DAY_TEST_ENGINE'] === 'postgres';
