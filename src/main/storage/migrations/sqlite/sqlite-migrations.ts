import type { Migration } from '../migration.ts';
import { firstTables } from './0001-first-tables.ts';
import { guards } from './0002-guards.ts';
import { dutiesAndLetters } from './0003-duties-and-letters.ts';
import { caseGuards } from './0004-case-guards.ts';
import { stays } from './0005-stays.ts';
import { stayGuards } from './0006-stay-guards.ts';
import { support } from './0007-support.ts';
import { returns } from './0008-returns.ts';
import { peopleAndAudit } from './0009-people-and-audit.ts';
import { erasure } from './0010-erasure.ts';
import { sharedDatabase } from './0011-shared-database.ts';
import { severalSchools } from './0012-several-schools.ts';
import { searchIndex } from './0013-search-index.ts';
import { beforeAndAfter } from './0014-before-and-after.ts';

/** In order; the schema version is the number of migrations applied. Never edit one that has shipped: add one. */
export const sqliteMigrations: readonly Migration[] = [
  firstTables,
  guards,
  dutiesAndLetters,
  caseGuards,
  stays,
  stayGuards,
  support,
  returns,
  peopleAndAudit,
  erasure,
  sharedDatabase,
  severalSchools,
  searchIndex,
  beforeAndAfter,
];
