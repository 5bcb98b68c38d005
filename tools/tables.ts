import { postgresSchema, sqliteSchema } from '../src/main/storage/schema/schema.ts';

// drizzle-kit finds tables among a module's exports; draft-migration.mjs says for which engine.
export const {
  workspace,
  schools,
  terms,
  closures,
  sessionTimes,
  pupils,
  earlierHalfDays,
  exclusions,
  exclusionReasons,
  exclusionHalfDays,
  providers,
  providerSessions,
  providerClosures,
  placements,
  places,
  returns,
  receivedReturns,
  receivedExclusions,
  audit,
} = process.env['ENGINE'] === 'postgres' ? postgresSchema : sqliteSchema;
