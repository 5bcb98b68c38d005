import type { ConferenceCriterion } from '#shared/domain/conference/types.ts';
import type { PublishedSpan } from '#shared/domain/comparators/types.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import type { Kit } from './kit.ts';

/** What an authority keeps beside the returns: its schools, keys, refused files, dates and published figures. */
export const authorityTables = (k: Kit) => {
  /** Schools of the national register, or added by hand; those of other authorities are comparators. */
  const authoritySchools = k.table('authority_schools', {
    laEstab: k.text('la_estab').primaryKey(),
    urn: k.text('urn'),
    name: k.text('name').notNull(),
    phase: k.text('phase').notNull(),
    /** Type of establishment in the register's own words. */
    type: k.text('type'),
    /** One secondary school with its feeder primary schools, as the authority calls it. */
    cluster: k.text('cluster'),
    openOn: k.text('open_on'),
    closedOn: k.text('closed_on'),
    /** Whom chasers are written to. */
    headName: k.text('head_name'),
    address: k.json<readonly string[]>('address'),
    source: k.text('source').notNull(),
  });

  /** Authorities that are looked at together; an authority is in one group. */
  const authorityGroups = k.table('authority_groups', {
    la: k.text('la').primaryKey(),
    laName: k.text('la_name').notNull(),
    groupName: k.text('group_name').notNull(),
    region: k.text('region'),
  });

  /** Pupils on roll and who they are, in January of the school year. Shares are hundredths of a per cent. */
  const schoolProfiles = k.table(
    'school_profiles',
    {
      laEstab: k.text('la_estab').notNull(),
      schoolYear: k.integer('school_year').notNull(),
      headcount: k.integer('headcount'),
      fsm: k.integer('fsm'),
      sen: k.integer('sen'),
      eal: k.integer('eal'),
      source: k.text('source').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.laEstab, t.schoolYear] })],
  );

  /** A file of the Department's open data, and what is in it. */
  const publishedFiles = k.table('published_files', {
    id: k.text('id').primaryKey(),
    layout: k.text('layout').notNull(),
    fileName: k.text('file_name').notNull(),
    sha256: k.text('sha256').notNull().unique(),
    lines: k.integer('lines').notNull(),
    /** What its lines are of, so that a list of files need not count millions of lines. */
    levels: k.json<readonly PublishedSpan[]>('levels').notNull(),
    importedBy: k.text('imported_by').notNull(),
    importedAt: k.text('imported_at').notNull(),
  });

  /**
   * One line of a published file; its figures are as published, symbols for what is not shown or not applicable included.
   * A line and not a figure a row: the file of all schools has half a million lines of seven figures.
   */
  const publishedFigures = k.table(
    'published_figures',
    {
      fileId: k
        .text('file_id')
        .notNull()
        .references(() => publishedFiles.id),
      /** Line of the file, from 1. */
      position: k.integer('position').notNull(),
      /** First year of the school year. */
      schoolYear: k.integer('school_year').notNull(),
      /** `year`, or the term it is of. */
      timeSpan: k.text('time_span').notNull(),
      level: k.text('level').$type<'national' | 'region' | 'authority' | 'school'>().notNull(),
      /** Old three-figure code of an authority, nine-character code of a region or England, LAESTAB of a school. */
      areaCode: k.text('area_code').notNull(),
      areaName: k.text('area_name').notNull(),
      schoolType: k.text('school_type').notNull(),
      /** What the figures are broken down by, e.g. a length in days; empty for a total. */
      breakdown: k.text('breakdown').notNull(),
      /** Nine-character code of the region an authority or a school is in; empty where the file does not say. */
      regionCode: k.text('region_code').notNull(),
      /** By measure, each as published. */
      figures: k.json<Readonly<Record<string, string>>>('figures').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.fileId, t.position] }),
      k.index('published_figures_area').on(t.level, t.areaCode),
    ],
  );

  /** A file that was refused, kept for another try. `content` is its bytes in base64; none when it is too large to keep. */
  const quarantinedFiles = k.table('quarantined_files', {
    id: k.text('id').primaryKey(),
    fileName: k.text('file_name').notNull(),
    sha256: k.text('sha256').notNull().unique(),
    size: k.integer('size').notNull(),
    content: k.text('content'),
    message: k.text('message').notNull(),
    problems: k.json<readonly FileProblem[]>('problems').notNull(),
    attempts: k.integer('attempts').notNull(),
    refusedAt: k.text('refused_at').notNull(),
    refusedBy: k.text('refused_by').notNull(),
  });

  /** Which column of a sender's CSV holds what; found again by the file's headings. */
  const columnMappings = k.table('column_mappings', {
    id: k.text('id').primaryKey(),
    /** The headings, folded and joined. */
    headings: k.text('headings').notNull().unique(),
    name: k.text('name').notNull(),
    columns: k.json<Readonly<Record<string, string>>>('columns').notNull(),
    savedBy: k.text('saved_by').notNull(),
    savedAt: k.text('saved_at').notNull(),
  });

  /** When returns of a period are due, where the authority has said so itself. */
  const returnDueDates = k.table(
    'return_due_dates',
    {
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      periodName: k.text('period_name').notNull(),
      dueOn: k.text('due_on').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.periodFrom, t.periodTo] })],
  );

  /** Each time a school was asked for a return. */
  const returnChasers = k.table(
    'return_chasers',
    {
      id: k.text('id').primaryKey(),
      laEstab: k.text('la_estab').notNull(),
      periodFrom: k.text('period_from').notNull(),
      periodTo: k.text('period_to').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.text('written_at').notNull(),
    },
    (t) => [k.index('return_chasers_school').on(t.laEstab, t.periodFrom)],
  );

  /** Keys of sealed returns. Our own have their secret half; of others we keep only the public one. */
  const sealKeys = k.table('seal_keys', {
    id: k.text('id').primaryKey(),
    /** `authority` encrypts (age), `school` signs (Ed25519). */
    holder: k.text('holder').$type<'authority' | 'school'>().notNull(),
    /** The authority's code or the school's LAESTAB. */
    code: k.text('code').notNull(),
    publicKey: k.text('public_key').notNull().unique(),
    secretKey: k.text('secret_key'),
    addedBy: k.text('added_by').notNull(),
    addedAt: k.text('added_at').notNull(),
    /** Set once somebody has compared the fingerprint with the school; never for our own. */
    confirmedBy: k.text('confirmed_by'),
    /** Not used for new files any more. */
    retiredAt: k.text('retired_at'),
  });

  /** Which pupils are put to the case conference. One row. */
  const conferenceCriteria = k.table('conference_criteria', {
    id: k.integer('id').primaryKey(),
    criteria: k.json<readonly ConferenceCriterion[]>('criteria').notNull(),
    version: k.integer('version').notNull(),
  });

  return {
    authoritySchools,
    authorityGroups,
    schoolProfiles,
    publishedFiles,
    publishedFigures,
    quarantinedFiles,
    columnMappings,
    returnDueDates,
    returnChasers,
    sealKeys,
    conferenceCriteria,
  };
};
