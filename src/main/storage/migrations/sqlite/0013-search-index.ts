import type { Migration } from '../migration.ts';

/** The roll is searched and counted, and its year groups are found, without reading the pupils' rows. */
export const searchIndex: Migration = {
  name: 'search-index',
  statements: [
    `CREATE INDEX "pupils_roll" ON "pupils" ("search_text","id","school_id","upn","nc_year","leaving_date","enrol_status")`,
    `CREATE INDEX "pupils_year" ON "pupils" ("school_id","nc_year","leaving_date","enrol_status")`,
  ],
};
