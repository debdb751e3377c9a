-- Keeps search_entry: after each statement the entries of the records whose texts it may have touched are derived anew.

-- TG_ARGV: the noun; the query of its records' ids from the rows that changed (`changed`); and, where a change of few
-- columns alone matters to other records, those columns.
CREATE OR REPLACE FUNCTION povelja_keep_index() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked text := TG_ARGV[1];
  ids uuid[];
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS > 2 THEN
    asked := replace(asked, 'FROM changed', format('FROM (SELECT n.* FROM changed n JOIN stood o ON o.id = n.id WHERE (%s) IS DISTINCT FROM (%s)) AS changed',
      regexp_replace(TG_ARGV[2], '(\w+)', 'n.\1', 'g'), regexp_replace(TG_ARGV[2], '(\w+)', 'o.\1', 'g')));
  ELSIF TG_OP = 'UPDATE' THEN
    asked := asked || ' UNION ' || replace(asked, 'FROM changed', 'FROM stood AS changed');
  END IF;
  EXECUTE format('SELECT array_agg(DISTINCT id) FROM (%s) AS touched (id) WHERE id IS NOT NULL', asked) INTO ids;
  IF ids IS NOT NULL THEN PERFORM povelja_index(TG_ARGV[0], ids); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE wanted record;
BEGIN
  FOR wanted IN SELECT * FROM (VALUES
    ('agreement', 'agreement', 'SELECT id FROM changed', NULL),
    ('agreement_party', 'agreement', 'SELECT agreement_id FROM changed', NULL),
    ('agreement_act', 'agreement', 'SELECT agreement_id FROM changed', NULL),
    ('obligation', 'agreement', 'SELECT agreement_id FROM changed', NULL),
    ('organisation', 'agreement', 'SELECT agreement_id FROM agreement_party WHERE organisation_id IN (SELECT id FROM changed WHERE NOT is_self)', 'name, acronym, country, publication, is_self'),
    ('organisation_name', 'agreement', 'SELECT agreement_id FROM agreement_party WHERE organisation_id IN (SELECT organisation_id FROM changed)', NULL),
    ('organisation', 'organisation', 'SELECT coalesce(merged_into_id, id) FROM changed UNION SELECT id FROM changed', NULL),
    ('organisation_name', 'organisation', 'SELECT organisation_id FROM changed', NULL),
    ('membership', 'organisation', 'SELECT network_id FROM changed', NULL),
    ('membership_act', 'organisation', 'SELECT network_id FROM membership WHERE id IN (SELECT membership_id FROM changed)', NULL),
    ('representative', 'organisation', 'SELECT network_id FROM membership WHERE id IN (SELECT membership_id FROM changed)', NULL),
    ('obligation', 'organisation', 'SELECT network_id FROM membership WHERE id IN (SELECT membership_id FROM changed)', NULL),
    ('programme', 'programme', 'SELECT id FROM changed', NULL),
    ('programme_partner', 'programme', 'SELECT programme_id FROM changed', NULL),
    ('organisation', 'programme', 'SELECT id FROM programme WHERE funder_id IN (SELECT id FROM changed WHERE NOT is_self) UNION SELECT id FROM programme WHERE managing_authority_id IN (SELECT id FROM changed WHERE NOT is_self) UNION SELECT id FROM programme WHERE national_authority_id IN (SELECT id FROM changed WHERE NOT is_self) UNION SELECT programme_id FROM programme_partner WHERE organisation_id IN (SELECT id FROM changed WHERE NOT is_self)', 'name, acronym, publication, is_self'),
    ('organisation_name', 'programme', 'SELECT id FROM programme WHERE funder_id IN (SELECT organisation_id FROM changed) UNION SELECT id FROM programme WHERE managing_authority_id IN (SELECT organisation_id FROM changed) UNION SELECT id FROM programme WHERE national_authority_id IN (SELECT organisation_id FROM changed) UNION SELECT programme_id FROM programme_partner WHERE organisation_id IN (SELECT organisation_id FROM changed)', NULL),
    ('project', 'project', 'SELECT id FROM changed', NULL),
    ('project_partner', 'project', 'SELECT project_id FROM changed', NULL),
    ('project_act', 'project', 'SELECT project_id FROM changed', NULL),
    ('organisation', 'project', 'SELECT project_id FROM project_partner WHERE organisation_id IN (SELECT id FROM changed WHERE NOT is_self)', 'name, acronym, country, publication, is_self'),
    ('organisation_name', 'project', 'SELECT project_id FROM project_partner WHERE organisation_id IN (SELECT organisation_id FROM changed)', NULL),
    ('programme', 'project', 'SELECT id FROM project WHERE programme_id IN (SELECT id FROM changed)', 'name, acronym, publication'),
    ('milestone', 'milestone', 'SELECT id FROM changed', NULL),
    ('milestone_act', 'milestone', 'SELECT milestone_id FROM changed', NULL),
    ('document', 'document', 'SELECT id FROM changed', NULL),
    ('document_file', 'document', 'SELECT document_id FROM changed', NULL),
    ('file_reading', 'document', 'SELECT document_id FROM document_file WHERE store_key IN (SELECT store_key FROM changed)', NULL)
  ) AS t (source, noun, asked, narrow) LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER search_%s_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_index(%s)', wanted.noun, wanted.source, concat_ws(', ', quote_literal(wanted.noun), quote_literal(wanted.asked)));
    EXECUTE format('CREATE OR REPLACE TRIGGER search_%s_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_index(%s)', wanted.noun, wanted.source, concat_ws(', ', quote_literal(wanted.noun), quote_literal(wanted.asked)));
    EXECUTE format('CREATE OR REPLACE TRIGGER search_%s_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS stood NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_index(%s)', wanted.noun, wanted.source, concat_ws(', ', quote_literal(wanted.noun), quote_literal(wanted.asked), quote_literal(wanted.narrow)));
  END LOOP;
END $$;

-- Lays down what is missing; and all of it anew where these functions say otherwise than those that derived it.
CREATE OR REPLACE FUNCTION povelja_index_all() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  rule text := (SELECT md5(string_agg(pg_get_functiondef(p.oid), '' ORDER BY p.proname, pg_get_function_identity_arguments(p.oid)))
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname ~ '^povelja_(index|fold|plain|wordings|stem|vector|tags|years|names_of|countries_of|milestone_(state|date))');
  noun text;
  ids uuid[];
BEGIN
  IF rule IS DISTINCT FROM obj_description('search_entry'::regclass) THEN
    TRUNCATE search_entry, search_word;
    EXECUTE format('COMMENT ON TABLE search_entry IS %L', rule);
  END IF;
  FOREACH noun IN ARRAY ARRAY['agreement', 'organisation', 'programme', 'project', 'milestone', 'document'] LOOP
    FOR ids IN EXECUTE format('SELECT array_agg(id) FROM (SELECT r.id, row_number() OVER () / 2000 AS lot FROM %I r WHERE NOT EXISTS (SELECT FROM search_entry e WHERE e.id = r.id)) AS missing GROUP BY lot', noun) LOOP
      PERFORM povelja_index(noun, ids);
    END LOOP;
  END LOOP;
END $$;
SELECT povelja_index_all();

-- The first records that answer. Of a word that one record of five holds the rows are read until there are enough; any
-- other is asked of the index, since a planner that thinks it common would read the whole table for it.
CREATE OR REPLACE FUNCTION povelja_hits_by_row(question tsquery, most int) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_bitmapscan = off AS $$
  SELECT id FROM search_entry WHERE words @@ question AND kind <> 'self' LIMIT most;
$$;
CREATE OR REPLACE FUNCTION povelja_hits_by_index(question tsquery, most int) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT id FROM search_entry WHERE words @@ question AND kind <> 'self' LIMIT most;
$$;
CREATE OR REPLACE FUNCTION povelja_hits(question tsquery, most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF (SELECT count(*) FILTER (WHERE words @@ question) > 40 FROM (SELECT words FROM search_entry LIMIT 200) AS first) THEN
    RETURN QUERY SELECT * FROM povelja_hits_by_row(question, most);
  ELSE
    RETURN QUERY SELECT * FROM povelja_hits_by_index(question, most);
  END IF;
END $$;

-- Only the triggers write here, and no role of the house may call what they call.
REVOKE INSERT, UPDATE, DELETE ON search_entry, search_word FROM povelja_app;
REVOKE EXECUTE ON FUNCTION povelja_index(text, uuid[]), povelja_index_all(), povelja_keep_index() FROM PUBLIC;
