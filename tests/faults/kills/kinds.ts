import { commandKills } from './command-kills.ts';
import type { KillKind } from './kind.ts';
import { migrationKills } from './migration-kills.ts';
import { pupilImportKills } from './pupil-import-kills.ts';
import { returnImportKills } from './return-import-kills.ts';

/** Everything that may be under way when the power fails. */
export const killKinds: Readonly<Record<string, KillKind>> = {
  command: commandKills,
  'pupil-import': pupilImportKills,
  'return-import': returnImportKills,
  migration: migrationKills,
};
