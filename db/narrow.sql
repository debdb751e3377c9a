-- The narrow rows of the registers: what `organisation_index` and its likes hold is derived here, in the same statement that
-- changes a record or its parts. Columns bear the names of the record's own.

-- States on a day, as office/project/project.ts and office/membership/membership.ts say them. A spec holds them together.

-- That of the furthest act, among those that have happened and that no other certainly follows; the kinds by how far along the way they lie.
CREATE OR REPLACE FUNCTION povelja_project_state(project uuid, today date) RETURNS text LANGUAGE sql STABLE AS $$
  WITH act AS (
    SELECT array_position(ARRAY['idea', 'preparing', 'submitted', 'reserve', 'rejected', 'approved', 'contracted', 'running', 'suspended', 'resumed', 'closing', 'cancelled', 'closed'], kind) AS rank,
      coalesce(("on" ->> 'earliest')::date, '-infinity') AS earliest, coalesce(("on" ->> 'latest')::date, 'infinity') AS latest
    FROM project_act WHERE project_id = project AND coalesce(("on" ->> 'earliest')::date, '-infinity') <= today)
  SELECT coalesce((ARRAY['idea', 'preparing', 'submitted', 'reserve', 'rejected', 'approved', 'contracted', 'running', 'suspended', 'running', 'closing', 'cancelled', 'closed'])[max(rank)], 'unknown')
  FROM act WHERE latest >= (SELECT max(earliest) FROM act);
$$;

-- The furthest act that has happened; of suspensions and resumptions the last, since acts are kept arranged.
CREATE OR REPLACE FUNCTION povelja_membership_state(membership uuid, today date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT CASE kind WHEN 'joined' THEN 'active' WHEN 'resumed' THEN 'active' ELSE kind END FROM membership_act
    WHERE membership_id = membership AND coalesce((CASE kind WHEN 'ended' THEN "on" ->> 'latest' ELSE "on" ->> 'earliest' END)::date, '-infinity') <= today
    ORDER BY CASE kind WHEN 'considered' THEN 0 WHEN 'decided' THEN 1 WHEN 'applied' THEN 2 WHEN 'joined' THEN 3 WHEN 'withdrawal_decided' THEN 5 WHEN 'ended' THEN 6 ELSE 4 END DESC, position DESC
    LIMIT 1), 'unknown');
$$;

-- Done and cancelled are final, else the last act says, else the progress.
CREATE OR REPLACE FUNCTION povelja_milestone_state(milestone uuid, progress int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT CASE kind WHEN 'started' THEN 'running' ELSE kind END FROM milestone_act WHERE milestone_id = milestone
    ORDER BY kind IN ('done', 'cancelled') DESC, position DESC LIMIT 1), CASE WHEN progress > 0 THEN 'running' ELSE 'planned' END);
$$;

-- Under which date it stands: once it was reached the plan tells no more, also where nobody knows the day.
CREATE OR REPLACE FUNCTION povelja_milestone_date(state text, actual jsonb, planned jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN state = 'done' THEN actual ELSE coalesce(actual, planned) END;
$$;

-- How far the English of a text is.
CREATE OR REPLACE FUNCTION povelja_english(held jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN held -> 'en' ->> 'text' IS NULL THEN 'missing' ELSE coalesce(held -> 'en' ->> 'state', 'draft') END;
$$;

-- Whether some of these texts, or lists of texts, lacks the English that publishing would have; not where that is waived.
CREATE OR REPLACE FUNCTION povelja_lacks_english(waived text, VARIADIC texts jsonb[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT waived IS NULL AND EXISTS (SELECT FROM unnest(texts) AS held WHERE CASE jsonb_typeof(held) WHEN 'array' THEN held @? '$[*] ? (!exists(@.en))' ELSE NOT held ? 'en' END);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_organisation(ids uuid[]) RETURNS SETOF organisation_index LANGUAGE sql STABLE AS $$
  SELECT id, code, publication, verification, created_by, merged_into_id, changed_at,
    name IS NULL OR kind IS NULL OR povelja_lacks_english(english_waived, description), country IS NOT NULL,
    povelja_order_text(name, 'sr-Cyrl'), povelja_order_text(name, 'sr-Latn'), povelja_order_text(name, 'en'), povelja_english(name), kind, country, level
  FROM organisation WHERE id = ANY (ids);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_programme(ids uuid[]) RETURNS SETOF programme_index LANGUAGE sql STABLE AS $$
  SELECT id, code, publication, verification, created_by, merged_into_id, changed_at,
    name IS NULL OR (funder_id IS NULL AND funder_note IS NULL) OR povelja_lacks_english(english_waived, purpose, eligible, objectives, priority_axes), period_from IS NOT NULL,
    povelja_order_text(name, 'sr-Cyrl'), povelja_order_text(name, 'sr-Latn'), povelja_order_text(name, 'en'), povelja_english(name),
    period_from ->> 'earliest', period_to ->> 'latest'
  FROM programme WHERE id = ANY (ids);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_project(ids uuid[]) RETURNS SETOF project_index LANGUAGE sql STABLE AS $$
  SELECT p.id, code, publication, verification, created_by, merged_into_id, changed_at,
    title IS NULL OR our_role IS NULL OR (programme_id IS NULL AND NOT EXISTS (SELECT FROM project_partner WHERE project_id = p.id))
      OR povelja_lacks_english(english_waived, summary, objective, places, themes, components, results),
    amounts @> '[{"scope": "city_share"}]',
    povelja_order_text(title, 'sr-Cyrl'), povelja_order_text(title, 'sr-Latn'), povelja_order_text(title, 'en'), povelja_english(title),
    turn.days, turn.states, coalesce(actual_start, planned_start) ->> 'earliest', our_role, programme_id, owner_id
  FROM project p CROSS JOIN LATERAL (
    SELECT array_agg(day ORDER BY day) AS days, array_agg(povelja_project_state(p.id, day) ORDER BY day) AS states
    FROM (SELECT '-infinity'::date AS day UNION SELECT ("on" ->> 'earliest')::date FROM project_act WHERE project_id = p.id AND "on" ->> 'earliest' IS NOT NULL) AS days) AS turn
  WHERE p.id = ANY (ids);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_membership(ids uuid[]) RETURNS SETOF membership_index LANGUAGE sql STABLE AS $$
  SELECT m.id, code, publication, verification, created_by, merged_into_id, changed_at,
    network_id IS NULL OR member_id IS NULL OR jsonb_array_length(sources) = 0 OR povelja_lacks_english(english_waived, benefit, legal_basis),
    EXISTS (SELECT FROM membership_act a WHERE a.membership_id = m.id AND a.kind = 'joined' AND a."on" IS NOT NULL),
    turn.days, turn.states, network_id, owner_id
  FROM membership m CROSS JOIN LATERAL (
    SELECT array_agg(day ORDER BY day) AS days, array_agg(povelja_membership_state(m.id, day) ORDER BY day) AS states
    FROM (SELECT '-infinity'::date AS day UNION SELECT day FROM membership_act a
        CROSS JOIN LATERAL (SELECT (CASE kind WHEN 'ended' THEN "on" ->> 'latest' ELSE "on" ->> 'earliest' END)::date AS day) AS happened
      WHERE membership_id = m.id AND day IS NOT NULL) AS days) AS turn
  WHERE m.id = ANY (ids);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_milestone(ids uuid[]) RETURNS SETOF milestone_index LANGUAGE sql STABLE AS $$
  SELECT m.id, code, publication, verification, created_by, merged_into_id, changed_at,
    title IS NULL OR kind IS NULL OR coalesce(agreement_id, membership_id, project_id, programme_id) IS NULL, povelja_milestone_date(now.state, actual, planned) IS NOT NULL,
    povelja_order_text(title, 'sr-Cyrl'), povelja_order_text(title, 'sr-Latn'), povelja_order_text(title, 'en'), povelja_english(title),
    povelja_milestone_date(now.state, actual, planned) ->> 'earliest', kind, is_public, progress, agreement_id, membership_id, project_id, programme_id, owner_id, deputy_id,
    now.state, now.state NOT IN ('done', 'cancelled') AND actual IS NULL, planned ->> 'latest'
  FROM milestone m CROSS JOIN LATERAL (SELECT povelja_milestone_state(m.id, m.progress) AS state OFFSET 0) AS now
  WHERE m.id = ANY (ids);
$$;

CREATE OR REPLACE FUNCTION povelja_narrow_document(ids uuid[]) RETURNS SETOF document_index LANGUAGE sql STABLE AS $$
  SELECT d.id, code, publication, verification, created_by, merged_into_id, changed_at,
    title IS NULL OR kind IS NULL OR language IS NULL OR povelja_lacks_english(english_waived, withheld_reason)
      OR (NOT file.held AND (absent_reason IS NULL OR povelja_lacks_english(english_waived, absent_reason))), file.held,
    povelja_order_text(title, 'sr-Cyrl'), povelja_order_text(title, 'sr-Latn'), povelja_order_text(title, 'en'), povelja_english(title),
    dated ->> 'earliest', kind, stage, visibility, language
  FROM document d CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM document_file f WHERE f.document_id = d.id AND f.detached_at IS NULL) AS held OFFSET 0) AS file
  WHERE d.id = ANY (ids);
$$;

-- Derives the narrow rows of these records anew; one whose record is gone goes too. A row that says the same is left alone.
CREATE OR REPLACE FUNCTION povelja_narrow(noun text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  columns text := (SELECT string_agg(format('%1$I = excluded.%1$I', attname), ', ') FROM pg_attribute WHERE attrelid = (noun || '_index')::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id');
BEGIN
  EXECUTE format('DELETE FROM %I r WHERE r.id = ANY ($1) AND NOT EXISTS (SELECT FROM %I WHERE id = r.id)', noun || '_index', noun) USING ids;
  EXECUTE format('INSERT INTO %1$I AS held SELECT * FROM %2$I($1) ON CONFLICT (id) DO UPDATE SET %3$s WHERE held IS DISTINCT FROM excluded',
    noun || '_index', 'povelja_narrow_' || noun, columns) USING ids;
END $$;

-- TG_ARGV: the noun, and the column by which a row that changed names its record.
CREATE OR REPLACE FUNCTION povelja_keep_narrow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked text := format('SELECT %I AS id FROM changed', TG_ARGV[1]);
  ids uuid[];
BEGIN
  -- A part may go from one record to another.
  IF TG_OP = 'UPDATE' AND TG_ARGV[1] <> 'id' THEN asked := format('%s UNION SELECT %I FROM stood', asked, TG_ARGV[1]); END IF;
  EXECUTE format('SELECT array_agg(DISTINCT id) FROM (%s) AS touched', asked) INTO ids;
  IF ids IS NOT NULL THEN PERFORM povelja_narrow(TG_ARGV[0], ids); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['organisation', 'organisation', 'id'], ['programme', 'programme', 'id'],
    ['project', 'project', 'id'], ['project_act', 'project', 'project_id'], ['project_partner', 'project', 'project_id'],
    ['membership', 'membership', 'id'], ['membership_act', 'membership', 'membership_id'],
    ['milestone', 'milestone', 'id'], ['milestone_act', 'milestone', 'milestone_id'],
    ['document', 'document', 'id'], ['document_file', 'document', 'document_id']
  ] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER narrow_entered AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_narrow(%L, %L)', pair[1], pair[2], pair[3]);
    EXECUTE format('CREATE OR REPLACE TRIGGER narrow_revised AFTER UPDATE ON %I REFERENCING OLD TABLE AS stood NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_narrow(%L, %L)', pair[1], pair[2], pair[3]);
    EXECUTE format('CREATE OR REPLACE TRIGGER narrow_dropped AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_keep_narrow(%L, %L)', pair[1], pair[2], pair[3]);
  END LOOP;
END $$;

-- Lays down what is missing; and all of it anew where these functions say otherwise than those that derived it.
CREATE OR REPLACE FUNCTION povelja_narrow_all() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  rule text := (SELECT md5(string_agg(pg_get_functiondef(p.oid), '' ORDER BY p.proname, pg_get_function_identity_arguments(p.oid)))
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname ~ '^povelja_(narrow|english|lacks_english|latin|order_text|project_state|membership_state|milestone_(state|date))');
  noun text;
  ids uuid[];
BEGIN
  FOREACH noun IN ARRAY ARRAY['organisation', 'programme', 'project', 'membership', 'milestone', 'document'] LOOP
    IF rule IS DISTINCT FROM obj_description((noun || '_index')::regclass) THEN
      EXECUTE format('TRUNCATE %I', noun || '_index');
      EXECUTE format('COMMENT ON TABLE %I IS %L', noun || '_index', rule);
    END IF;
    FOR ids IN EXECUTE format('SELECT array_agg(id) FROM (SELECT r.id, row_number() OVER () / 2000 AS lot FROM %1$I r WHERE NOT EXISTS (SELECT FROM %2$I n WHERE n.id = r.id)) AS missing GROUP BY lot', noun, noun || '_index') LOOP
      PERFORM povelja_narrow(noun, ids);
    END LOOP;
  END LOOP;
END $$;
SELECT povelja_narrow_all();

-- Only the triggers write here, and no role of the house may call what they call.
REVOKE INSERT, UPDATE, DELETE ON organisation_index, programme_index, project_index, membership_index, milestone_index, document_index FROM povelja_app;
REVOKE EXECUTE ON FUNCTION povelja_narrow(text, uuid[]), povelja_narrow_all(), povelja_keep_narrow() FROM PUBLIC;
