-- What search looks at: one row of search_entry for each record, derived from what the record's public page shows, and
-- kept by triggers. Whatever stands here may be found by whoever may see the record; so nothing internal stands here,
-- and of another record only what is published.

DROP TYPE IF EXISTS povelja_told CASCADE;
CREATE TYPE povelja_told AS (
  id uuid, kind text, code text, verification text, changed_at timestamptz,
  -- Localised texts as JSON arrays, and beside them numbers that belong to no language.
  names jsonb, numbers text, others jsonb, prose jsonb, notes text,
  tags text[], countries text[], years int[],
  -- By what else staff may know it: older names, the title of a paper that is not public.
  besides jsonb);

-- The years that a dated fact, or the time between two, touches.
CREATE OR REPLACE FUNCTION povelja_years(since jsonb, until jsonb) RETURNS int[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(year), '{}') FROM (
    SELECT left(coalesce(since ->> 'earliest', since ->> 'latest', until ->> 'earliest', until ->> 'latest'), 4)::int AS first,
      left(coalesce(until ->> 'latest', until ->> 'earliest', since ->> 'latest', since ->> 'earliest'), 4)::int AS last) AS bounds,
    generate_series(first, least(last, first + 60)) AS year;
$$;

-- What an organisation is or was called, where its own page may be read; the City itself is a side of everything.
CREATE OR REPLACE FUNCTION povelja_names_of(organisation_ids uuid[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(called.name), '[]') FROM organisation o
    CROSS JOIN LATERAL (SELECT o.name UNION ALL SELECT o.acronym UNION ALL
      SELECT unnest(ARRAY[n.name, n.acronym]) FROM organisation_name n WHERE n.organisation_id = o.id) AS called (name)
  WHERE o.id = ANY (organisation_ids) AND o.publication = 'published' AND NOT o.is_self AND called.name IS NOT NULL;
$$;

CREATE OR REPLACE FUNCTION povelja_countries_of(organisation_ids uuid[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT o.country), '{}') FROM organisation o
  WHERE o.id = ANY (organisation_ids) AND o.publication = 'published' AND NOT o.is_self AND o.country IS NOT NULL;
$$;

CREATE OR REPLACE FUNCTION povelja_index_agreement(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT a.id, 'agreement', a.code, a.verification, a.changed_at,
    jsonb_build_array(a.title), a.registry_no,
    povelja_names_of(parties.ids) || jsonb_build_array(a.signed_at),
    jsonb_build_array(a.summary) || acts.bodies || (SELECT coalesce(jsonb_agg(o.text), '[]') FROM obligation o WHERE o.agreement_id = a.id),
    acts.numbers, ARRAY['type_' || a.type], povelja_countries_of(parties.ids), acts.years, '[]'::jsonb
  FROM agreement a
    CROSS JOIN LATERAL (SELECT array_agg(p.organisation_id) AS ids FROM agreement_party p WHERE p.agreement_id = a.id) AS parties
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(act.body), '[]') AS bodies, string_agg(concat_ws(' ', act.number, act.gazette), E'\n') AS numbers,
      coalesce((SELECT array_agg(DISTINCT year) FROM agreement_act s CROSS JOIN unnest(povelja_years(s."on", s."on")) AS year
        WHERE s.agreement_id = a.id AND s.kind = 'signature'), '{}') AS years
      FROM agreement_act act WHERE act.agreement_id = a.id) AS acts
  WHERE a.id = ANY (wanted);
$$;

-- The City itself is a record, but has no page of its own. A network's entry holds the City's published memberships too,
-- since they stand on its page. A merged record forwards.
CREATE OR REPLACE FUNCTION povelja_index_organisation(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT o.id, CASE WHEN o.is_self THEN 'self' WHEN o.kind = 'network' THEN 'network' ELSE 'partner' END, o.code, o.verification, o.changed_at,
    jsonb_build_array(o.name, o.acronym), (SELECT string_agg(value, ' ') FROM jsonb_each_text(o.external_ids)),
    jsonb_build_array(o.place) || older.names
      || povelja_names_of(ARRAY(SELECT m.id FROM organisation m WHERE m.merged_into_id = o.id)),
    jsonb_build_array(o.description) || CASE o.kind WHEN 'network' THEN jsonb_build_array(o.scope, o.legal_form, o.benefit) ELSE jsonb_build_array(o.note) END || held.texts,
    held.codes, ARRAY['type_' || o.kind], array_remove(ARRAY[o.country, CASE o.kind WHEN 'network' THEN o.seat_country END], NULL), held.years, older.names
  FROM organisation o
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(called.name) FILTER (WHERE called.name IS NOT NULL), '[]') AS names FROM organisation_name n CROSS JOIN LATERAL unnest(ARRAY[n.name, n.acronym]) AS called (name) WHERE n.organisation_id = o.id) AS older
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(text.held) FILTER (WHERE text.held IS NOT NULL), '[]') AS texts, string_agg(DISTINCT m.code, ' ') AS codes,
        coalesce(array_agg(DISTINCT joined.year) FILTER (WHERE joined.year IS NOT NULL), '{}') AS years
      FROM membership m JOIN organisation member ON member.id = m.member_id AND member.is_self
        CROSS JOIN LATERAL (SELECT unnest(ARRAY[m.joined_event, m.joined_place, m.legal_basis, m.benefit]) UNION ALL
          SELECT d.text FROM obligation d WHERE d.membership_id = m.id UNION ALL SELECT r.body FROM representative r WHERE r.membership_id = m.id) AS text (held)
        LEFT JOIN LATERAL (SELECT unnest(povelja_years(j."on", j."on")) FROM membership_act j WHERE j.membership_id = m.id AND j.kind = 'joined') AS joined (year) ON true
      WHERE m.network_id = o.id AND m.publication = 'published') AS held
  WHERE o.id = ANY (wanted) AND o.merged_into_id IS NULL;
$$;

CREATE OR REPLACE FUNCTION povelja_index_programme(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT p.id, 'programme', p.code, p.verification, p.changed_at,
    jsonb_build_array(p.name, p.acronym), p.cci, povelja_names_of(named.ids),
    jsonb_build_array(p.instrument, p.purpose, p.eligible, p.funder_note, p.joint_secretariat) || p.objectives || p.priority_axes,
    NULL, '{}'::text[], p.countries, povelja_years(p.period_from, p.period_to), '[]'::jsonb
  FROM programme p CROSS JOIN LATERAL (SELECT array_cat(ARRAY[p.funder_id, p.managing_authority_id, p.national_authority_id],
    ARRAY(SELECT organisation_id FROM programme_partner WHERE programme_id = p.id)) AS ids) AS named
  WHERE p.id = ANY (wanted);
$$;

CREATE OR REPLACE FUNCTION povelja_index_project(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT p.id, 'project', p.code, p.verification, p.changed_at,
    jsonb_build_array(p.title, p.acronym), (SELECT string_agg(value, ' ') FROM jsonb_each_text(p.numbers)),
    povelja_names_of(partners.ids) || p.places || (SELECT coalesce(jsonb_agg(called.name), '[]') FROM programme g CROSS JOIN LATERAL unnest(ARRAY[g.name, g.acronym]) AS called (name) WHERE g.id = p.programme_id AND g.publication = 'published'),
    jsonb_build_array(p.summary, p.objective) || p.themes || p.components || p.results || (SELECT coalesce(jsonb_agg(note), '[]') FROM project_act WHERE project_id = p.id),
    (SELECT string_agg(number, ' ') FROM project_act WHERE project_id = p.id),
    '{}'::text[], povelja_countries_of(partners.ids), povelja_years(coalesce(p.actual_start, p.planned_start), coalesce(p.actual_end, p.planned_end)), '[]'::jsonb
  FROM project p CROSS JOIN LATERAL (SELECT array_agg(organisation_id) AS ids FROM project_partner WHERE project_id = p.id) AS partners
  WHERE p.id = ANY (wanted);
$$;

CREATE OR REPLACE FUNCTION povelja_index_milestone(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT m.id, 'milestone', m.code, m.verification, m.changed_at, jsonb_build_array(m.title), NULL, '[]'::jsonb,
    -- Of its acts the page shows the last one's note.
    jsonb_build_array((SELECT note FROM milestone_act WHERE milestone_id = m.id ORDER BY position DESC LIMIT 1)),
    NULL, ARRAY['type_' || m.kind], '{}'::text[], povelja_years(held."on", held."on"), '[]'::jsonb
  -- Of one that was reached on a day that nobody knows, no year.
  FROM milestone m CROSS JOIN LATERAL (SELECT povelja_milestone_date(povelja_milestone_state(m.id, m.progress), m.actual, m.planned) AS "on" OFFSET 0) AS held
  WHERE m.id = ANY (wanted);
$$;

-- Of a paper that is not public nothing is looked at but its number; its title is for staff alone. Of its files those are read that
-- the public may have: a redacted copy once laid beside them seals the others (office/document/file-sight.ts). What is read in files
-- stands among the notes, whose words no typing error is mended to: a name that was blackened later must not be proposed.
CREATE OR REPLACE FUNCTION povelja_index_document(wanted uuid[]) RETURNS SETOF povelja_told LANGUAGE sql STABLE AS $$
  SELECT d.id, 'document', d.code, d.verification, d.changed_at, jsonb_build_array(open.title), NULL, '[]'::jsonb, jsonb_build_array(open.absent_reason),
    (SELECT string_agg(left(r.text, 100000), E'\n') FROM document_file f JOIN file_reading r ON r.store_key = f.store_key
      WHERE f.document_id = open.id AND f.detached_at IS NULL
        AND (f.role = 'redacted_public' OR NOT EXISTS (SELECT 1 FROM document_file s WHERE s.document_id = open.id AND s.role = 'redacted_public'))),
    ARRAY['type_' || open.kind], '{}'::text[], povelja_years(open.dated, open.dated), jsonb_build_array(d.title)
  FROM document d LEFT JOIN document open ON open.id = d.id AND open.visibility = 'public' WHERE d.id = ANY (wanted);
$$;

-- Derives the entries of these records anew; one whose record is gone goes too. New words are remembered for typing errors.
CREATE OR REPLACE FUNCTION povelja_index(noun text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Two changes may touch one entry: an agreement, and the name of its party. Whoever comes second waits here, and reads
  -- what the first has committed.
  PERFORM 1 FROM search_entry WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
  EXECUTE format($sql$
    WITH told AS MATERIALIZED (
      SELECT t.*, read.*, array_remove(ARRAY['kind_' || t.kind, 'verification_' || t.verification] || t.tags || t.countries || t.years::text[], NULL) AS marks
      FROM %I($1) t CROSS JOIN LATERAL (SELECT
        povelja_wordings(names, 'sr') AS names_sr, povelja_wordings(names, 'en') AS names_en, povelja_wordings(others, 'sr') AS others_sr,
        povelja_wordings(others, 'en') AS others_en, povelja_wordings(prose, 'sr') AS prose_sr, povelja_wordings(prose, 'en') AS prose_en,
        povelja_wordings(besides, 'sr') AS besides_sr, povelja_wordings(besides, 'en') AS besides_en OFFSET 0) AS read),
    gone AS (DELETE FROM search_entry WHERE id = ANY ($1) AND id NOT IN (SELECT id FROM told)),
    -- Each spelling is folded once, however often it stands there: OFFSET 0 keeps the planner from folding first.
    spelled AS (
      SELECT DISTINCT ON (word) word, spelling FROM (
        SELECT povelja_plain(each.spelling) AS word, each.spelling FROM (
          SELECT DISTINCT spelling FROM told, regexp_split_to_table(normalize(concat_ws(E'\n', names_sr, names_en, others_sr, others_en, prose_sr, prose_en)) COLLATE "und-x-icu", '[^[:alnum:]]+') AS spelling
          WHERE length(spelling) BETWEEN 4 AND 40 OFFSET 0) AS each OFFSET 0) AS folded
      WHERE word ~ '^[^0-9 ]{4,40}$' AND NOT EXISTS (SELECT FROM search_word known WHERE known.word = folded.word)
      -- Cyrillic before Latin, small before capital.
      ORDER BY word, spelling COLLATE "C" DESC),
    remembered AS (INSERT INTO search_word (word, spelling) SELECT word, spelling FROM spelled)
    INSERT INTO search_entry AS held (id, noun, kind, code, names, called, words, countries, years, verification, changed_at)
    SELECT id, %L, kind, code,
      coalesce((SELECT string_agg(povelja_plain(line), E'\n') FROM string_to_table(names_sr || E'\n' || names_en, E'\n') AS line WHERE line <> ''), ''),
      coalesce((SELECT string_agg(DISTINCT povelja_plain(line), E'\n') FROM string_to_table(concat_ws(E'\n', names_sr, names_en, besides_sr, besides_en, code, numbers), E'\n') AS line WHERE line <> ''), ''),
      povelja_vector(concat_ws(E'\n', names_sr, code, numbers), 'A', 'sr') || povelja_vector(names_en, 'A', 'en')
        || povelja_vector(others_sr, 'B', 'sr') || povelja_vector(others_en, 'B', 'en')
        || povelja_vector(concat_ws(E'\n', prose_sr, notes), 'C', 'sr') || povelja_vector(prose_en, 'C', 'en') || povelja_tags(marks),
      countries, years, verification, changed_at FROM told
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, code = excluded.code, names = excluded.names, called = excluded.called, words = excluded.words,
      countries = excluded.countries, years = excluded.years, verification = excluded.verification, changed_at = excluded.changed_at
  $sql$, 'povelja_index_' || noun, noun) USING ids;
END $$;
