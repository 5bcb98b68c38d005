import type { KillKind } from './kind.ts';

/**
 * Everything that may be under way when the power fails. Loaded by name: a process that is killed a moment later need
 * not load what others do.
 */
export const killKinds: Readonly<Record<string, () => Promise<KillKind>>> = {
  command: async () => (await import('./command-kills.ts')).commandKills,
  'pupil-import': async () => (await import('./pupil-import-kills.ts')).pupilImportKills,
  'return-import': async () => (await import('./return-import-kills.ts')).returnImportKills,
  backup: async () => (await import('./backup-kills.ts')).backupKills,
  restore: async () => (await import('./restore-kills.ts')).restoreKills,
  'key-change': async () => (await import('./key-change-kills.ts')).keyChangeKills,
  migration: async () => (await import('./migration-kills.ts')).migrationKills,
};

export async function loadKind(name: string): Promise<KillKind> {
  const load = killKinds[name];
  if (!load) throw new Error(`There is no kind of kill called ${name}.`);
  return load();
}
