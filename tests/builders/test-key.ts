/** The data key of every test's database; kept from nobody. */
export const TEST_KEY = '0123456789abcdef'.repeat(4);
