import { auditTables } from './audit-tables.ts';
import { authorityTables } from './authority-tables.ts';
import { dutyTables } from './duty-tables.ts';
import { exclusionTables } from './exclusion-tables.ts';
import { postgresKit, sqliteKit, type Kit } from './kit.ts';
import { officeTables } from './office-tables.ts';
import { peopleTables } from './people-tables.ts';
import { planTables } from './plan-tables.ts';
import { providerTables } from './provider-tables.ts';
import { pupilTables } from './pupil-tables.ts';
import { reintegrationTables } from './reintegration-tables.ts';
import { returnTables } from './return-tables.ts';
import { riskGridTables } from './risk-grid-tables.ts';
import { schoolTables } from './school-tables.ts';
import { sharedTables } from './shared-tables.ts';
import { stayTables } from './stay-tables.ts';
import { supportTables } from './support-tables.ts';

/**
 * The one description of the tables. Repositories are written against the SQLite form's types and run on both
 * engines: same names, same rows (docs/decisions/0003).
 */
export function makeSchema(kit: Kit) {
  const school = schoolTables(kit);
  const pupil = pupilTables(kit, school);
  const exclusion = exclusionTables(kit, { ...school, ...pupil });
  const provider = providerTables(kit, { ...school, ...pupil, ...exclusion });
  const stay = stayTables(kit, { ...school, ...pupil, ...exclusion, ...provider });
  const office = officeTables(kit, { ...school, ...pupil });
  const support = supportTables(kit, { ...school, ...pupil });
  const plan = planTables(kit, { ...school, ...pupil });
  const reintegration = reintegrationTables(kit, { ...pupil, ...exclusion });
  const riskGrid = riskGridTables(kit);
  const duty = dutyTables(kit, exclusion);
  const returned = returnTables(kit, school, exclusion);
  const authority = authorityTables(kit);
  const people = peopleTables(kit, { ...provider, ...school });
  const shared = sharedTables(kit);
  const audit = auditTables(kit);
  return {
    ...school,
    ...pupil,
    ...exclusion,
    ...provider,
    ...stay,
    ...support,
    ...plan,
    ...reintegration,
    ...office,
    ...duty,
    ...returned,
    ...authority,
    ...riskGrid,
    ...people,
    ...audit,
    ...shared,
  };
}

export type Schema = ReturnType<typeof makeSchema>;

export const sqliteSchema: Schema = makeSchema(sqliteKit);

export const postgresSchema: Schema = makeSchema(postgresKit);
