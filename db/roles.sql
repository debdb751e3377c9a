-- The three roles of SAFETY section 3: the owner migrates, the app writes through the gate, the reader reads.
-- Roles belong to the whole cluster, so two databases may create them at once.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['povelja_owner', 'povelja_app', 'povelja_reader'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, wanted, 'SET') THEN
      EXECUTE format('GRANT %I TO %I', wanted, current_user);
    END IF;
  END LOOP;
END $$;

DO $$ BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO povelja_owner', current_database());
  -- The app makes no tables, temporary ones neither.
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
GRANT CREATE, USAGE ON SCHEMA public TO povelja_owner;
GRANT USAGE ON SCHEMA public TO povelja_app, povelja_reader;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
