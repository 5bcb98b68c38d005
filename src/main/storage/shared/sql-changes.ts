import { DEFINER } from './definer.ts';

/**
 * Who changed what past the app. Every statement that changes a table leaves a row; at the commit those of a transaction
 * that also went on with the audit trail are taken away again, since the trail has them. What is left was done without
 * the app, by whoever had a login: even the owner's.
 */
export const sqlChanges = (tables: readonly string[]): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS rights.sql_changes (
     xid xid8 NOT NULL, table_name text NOT NULL, change text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
     login text NOT NULL, workspace_id integer, program text, address inet,
     PRIMARY KEY (xid, table_name, change))`,
  `CREATE OR REPLACE FUNCTION rights.note_change() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     INSERT INTO rights.sql_changes (xid, table_name, change, login, workspace_id, program, address)
     VALUES (pg_current_xact_id(), TG_TABLE_NAME, lower(TG_OP), session_user, rights.workspace(),
       current_setting('application_name', true), inet_client_addr())
     ON CONFLICT DO NOTHING;
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE FUNCTION rights.settle_changes() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     IF EXISTS (SELECT 1 FROM rights.sql_changes WHERE xid = NEW.xid AND table_name = 'audit' AND change = 'insert') THEN
       DELETE FROM rights.sql_changes WHERE xid = NEW.xid;
     END IF;
     RETURN NULL;
   END $$`,
  'DROP TRIGGER IF EXISTS settle ON rights.sql_changes',
  `CREATE CONSTRAINT TRIGGER settle AFTER INSERT ON rights.sql_changes DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW EXECUTE FUNCTION rights.settle_changes()`,
  ...tables.flatMap((table) => [
    `DROP TRIGGER IF EXISTS rights_note ON public.${table}`,
    `CREATE TRIGGER rights_note AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.${table}
     FOR EACH STATEMENT EXECUTE FUNCTION rights.note_change()`,
  ]),
];
