-- The ledger. Postgres itself refuses a row behind which no change stands, and records what changed.

-- Tables that no revision is written for, each with its reason:
--   change, revision            the ledger itself
--   session, sign_in_attempt,
--   one_time_link, credential,
--   second_factor, recovery_code,
--   half_sign_in                secrets and counters; signing in is a security event, a new password or factor is a change of `person`
--   security_event              refusals leave the ledger empty
--   applied_migration           the migrator's own
--   search_entry, search_word,
--   agreement_index,
--   organisation_index, programme_index, project_index,
--   membership_index, milestone_index, document_index,
--   chronicle_entry             derived from records that are in it
--   file_chunk                  the bytes of files, whose SHA-256 stands in document_file, which is in it
--   file_reading                what a machine read in those bytes
--   entry_draft, saved_view     what a person has typed and not sent, and bookmarks: no records of the office
--   bulk_run                    one act on many records, each of which has a change of its own
--   proposal_entry              may hold values of persons; its salted SHA-256 stands in proposal, which is in it
--   outbox                      letters: each tells of a change, or of a day, and is none
--   reminder_step               who was reminded of a day and when; that somebody has seen it stands in acknowledgement, which is in it
--   import_row                  rows of a table that somebody brought; what becomes of one is a change of its own
CREATE OR REPLACE FUNCTION povelja_outside_ledger() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['change', 'revision', 'session', 'sign_in_attempt', 'one_time_link', 'credential', 'second_factor', 'recovery_code', 'half_sign_in', 'security_event', 'applied_migration', 'search_entry', 'search_word', 'agreement_index', 'organisation_index', 'programme_index', 'project_index', 'membership_index', 'milestone_index', 'document_index', 'chronicle_entry', 'file_chunk', 'file_reading', 'entry_draft', 'saved_view', 'bulk_run', 'proposal_entry', 'import_row', 'outbox', 'reminder_step'];
$$;

-- The change that this transaction has entered; an error where there is none. A change of another
-- transaction does not count, so a remembered number opens nothing.
CREATE OR REPLACE FUNCTION povelja_current_change() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE entered bigint := nullif(current_setting('povelja.change', true), '')::bigint;
BEGIN
  IF entered IS NULL OR NOT EXISTS (
    SELECT 1 FROM change WHERE seq = entered AND transaction = pg_current_xact_id()
  ) THEN
    RAISE EXCEPTION 'no change stands behind this write' USING ERRCODE = 'P0L01';
  END IF;
  RETURN entered;
END $$;

CREATE OR REPLACE FUNCTION povelja_record_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  row_id uuid := (coalesce(new_row, old_row) ->> CASE WHEN TG_TABLE_NAME = 'personal' THEN 'owner_id' ELSE 'id' END)::uuid;
  entered bigint := povelja_current_change();
BEGIN
  IF TG_TABLE_NAME = 'personal' THEN
    old_row := povelja_sealed_personal(old_row);
    new_row := povelja_sealed_personal(new_row);
  END IF;
  INSERT INTO revision (change_seq, table_name, row_id, before, after)
  VALUES (entered, TG_TABLE_NAME, row_id, old_row, new_row);
  IF old_row ->> 'publication' IN ('published', 'withdrawn') OR new_row ->> 'publication' IN ('published', 'withdrawn') THEN
    PERFORM pg_notify('povelja_public', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;

-- A personal value enters the ledger as its salted hash: erasing the value leaves the chain whole.
CREATE OR REPLACE FUNCTION povelja_sealed_personal(held jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN held IS NULL THEN NULL ELSE jsonb_build_object(
    'owner_id', held -> 'owner_id', 'field', held -> 'field',
    'sha256', encode(sha256(convert_to((held ->> 'salt') || (held ->> 'value'), 'UTF8')), 'hex')) END;
$$;

CREATE OR REPLACE FUNCTION povelja_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'P0L02';
END $$;

-- Attached to a table of one's own, it would write into the ledger whatever that table holds.
REVOKE EXECUTE ON FUNCTION povelja_record_revision() FROM PUBLIC;

-- When a change was entered, and in which transaction, is Postgres' to say; its seal is the sealing job's.
CREATE OR REPLACE FUNCTION povelja_enter_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := clock_timestamp();
  NEW.transaction := pg_current_xact_id();
  NEW.mac := NULL;
  RETURN NEW;
END $$;

-- A change and a revision are written once. Only an empty seal may be filled in, and nothing else touched.
CREATE OR REPLACE FUNCTION povelja_only_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.mac IS NOT NULL OR to_jsonb(OLD) - 'mac' IS DISTINCT FROM to_jsonb(NEW) - 'mac' THEN
    RAISE EXCEPTION 'UPDATE of % is refused', TG_TABLE_NAME USING ERRCODE = 'P0L02';
  END IF;
  RETURN NEW;
END $$;

-- Attaches itself to every table there is, so that a new one cannot be forgotten.
DO $$
DECLARE kept text;
BEGIN
  FOR kept IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (povelja_outside_ledger()) LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER ledger_revision AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION povelja_record_revision()', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER ledger_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION povelja_refuse()', kept);
  END LOOP;
  CREATE OR REPLACE TRIGGER ledger_entry BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION povelja_enter_now();
  FOREACH kept IN ARRAY ARRAY['change', 'revision'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER ledger_seal BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION povelja_only_seal()', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER ledger_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION povelja_refuse()', kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER ledger_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION povelja_refuse()', kept);
  END LOOP;
END $$;

-- Who was refused, and who signed in, is kept two years and then forgotten. The app may do no more than have the old ones
-- taken away: it can neither change an event nor take a fresh one.
CREATE OR REPLACE FUNCTION povelja_forget_security_events() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM security_event WHERE at < now() - interval '2 years' RETURNING 1) SELECT count(*) FROM gone;
$$;
REVOKE EXECUTE ON FUNCTION povelja_forget_security_events() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION povelja_forget_security_events() TO povelja_app;

-- What each role may do. Revisions are written by the trigger as the owner, never by the app.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM povelja_app, povelja_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO povelja_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO povelja_app;
REVOKE UPDATE, DELETE ON change, revision, security_event FROM povelja_app;
REVOKE INSERT ON revision FROM povelja_app;
-- The sealing job's: only an empty seal can be filled in (povelja_only_seal).
GRANT UPDATE (mac) ON change TO povelja_app;
REVOKE ALL ON applied_migration FROM povelja_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO povelja_reader;
REVOKE SELECT ON credential, second_factor, recovery_code, half_sign_in, one_time_link, sign_in_attempt, applied_migration FROM povelja_reader;
