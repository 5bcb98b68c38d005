/** Set, everything is tried as often as it says: for a release, or after a change of what such a test is about. */
const THOROUGH = process.env['FIRST_DAY_THOROUGH'] !== undefined;

/**
 * How often something is tried that finds the more the longer it runs: a quarter of `times`, so that all tests stay
 * within fifteen minutes on two processors, or all of it when thoroughness is asked for.
 */
export const runs = (times: number): number => (THOROUGH ? times : Math.ceil(times / 4));
