-- The bytes of files: written once, in a transaction outside the ledger, before the row that names them.

-- Files are compressed as they come, so Postgres does not try again; and a length is read without the bytes.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'file_chunk'::regclass AND attname = 'bytes' AND attstorage <> 'e') THEN
    ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
  END IF;
END $$;

-- What a file of a document holds is neither changed nor deleted, nor that of a proposal which waits; only bytes that neither names are swept.
CREATE OR REPLACE FUNCTION povelja_keep_chunk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM document_file WHERE store_key = OLD.store_key)
    OR EXISTS (SELECT 1 FROM proposal_file f JOIN proposal p ON p.id = f.proposal_id WHERE f.store_key = OLD.store_key AND p.state IN ('open', 'returned')) THEN
    RAISE EXCEPTION '% of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'P0L02';
  END IF;
  RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER file_kept BEFORE UPDATE OR DELETE ON file_chunk FOR EACH ROW EXECUTE FUNCTION povelja_keep_chunk();
CREATE OR REPLACE TRIGGER ledger_truncate BEFORE TRUNCATE ON file_chunk FOR EACH STATEMENT EXECUTE FUNCTION povelja_refuse();
