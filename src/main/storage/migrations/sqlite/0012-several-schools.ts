import type { Migration } from '../migration.ts';

/** Providers of the whole area are known here too, so that a school can move in and out; the rest is of PostgreSQL. */
export const severalSchools: Migration = {
  name: 'several-schools',
  statements: [`ALTER TABLE "providers" ADD "shared" integer NOT NULL DEFAULT 0`],
};
