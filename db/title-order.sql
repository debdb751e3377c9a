-- The register in the order of titles, by each form's alphabet (office/agreement/in-order.ts). The gate derives them; here those that an
-- older version left out, or another rule of order derived.
UPDATE agreement_index i SET name_cyrl = n.cyrl, name_latn = n.latn, name_en = n.en
  FROM (SELECT id, povelja_order_text(title, 'sr-Cyrl') AS cyrl, povelja_order_text(title, 'sr-Latn') AS latn, povelja_order_text(title, 'en') AS en FROM agreement) n
  WHERE n.id = i.id AND (i.name_cyrl, i.name_latn, i.name_en) IS DISTINCT FROM (n.cyrl, n.latn, n.en);
CREATE INDEX IF NOT EXISTS agreement_index_cyrl ON agreement_index (name_cyrl, code) INCLUDE (id);
CREATE INDEX IF NOT EXISTS agreement_index_latn ON agreement_index (name_latn, code) INCLUDE (id);
CREATE INDEX IF NOT EXISTS agreement_index_en ON agreement_index (name_en, code) INCLUDE (id);
DROP INDEX IF EXISTS agreement_title_cyrl, agreement_title_latn, agreement_title_en;

-- Partners and projects in the order of names, and as they last changed (office/organisation/read.ts, office/project/read.ts).
CREATE INDEX IF NOT EXISTS organisation_name_cyrl ON organisation (povelja_order_text(name, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_name_latn ON organisation (povelja_order_text(name, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_name_en ON organisation (povelja_order_text(name, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_changed ON organisation (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS project_title_cyrl ON project (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS project_title_latn ON project (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS project_title_en ON project (povelja_order_text(title, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS project_changed ON project (changed_at DESC, id);

-- The tables of the workspace, which read narrow rows (office/rows.ts): each order has an index that also holds what its register is
-- narrowed and seen by, so that however a table is narrowed, its pages are found and counted in an index alone, which is a third of the rows.
DO $$
DECLARE
  one record;
  narrowed_by text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('organisation', 'kind, country, level', ARRAY['cyrl', 'latn', 'en', 'code', 'changed']),
    ('programme', 'earliest, latest', ARRAY['cyrl', 'latn', 'en', 'code', 'changed', 'date']),
    ('project', 'owner_id, our_role, programme_id, earliest, state_from, states', ARRAY['cyrl', 'latn', 'en', 'code', 'changed', 'date']),
    ('membership', 'owner_id, network_id, state_from, states', ARRAY['code', 'changed', 'network']),
    ('milestone', 'owner_id, deputy_id, kind, state, earliest, latest, agreement_id, membership_id, project_id, programme_id', ARRAY['cyrl', 'latn', 'en', 'code', 'changed', 'date']),
    ('document', 'kind, stage, visibility, language, earliest', ARRAY['cyrl', 'latn', 'en', 'code', 'changed', 'date'])
  ) AS register (noun, own, orders) CROSS JOIN LATERAL unnest(orders) AS name JOIN (VALUES
    ('cyrl', 'name_cyrl'), ('latn', 'name_latn'), ('en', 'name_en'), ('code', 'code'), ('changed', 'changed_at DESC'), ('date', 'earliest DESC NULLS LAST'), ('network', 'network_id')
  ) AS step (name, key) USING (name) LOOP
    narrowed_by := 'merged_into_id, publication, created_by, verification, incomplete, changed_at, ' || one.own;
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (%s, id) INCLUDE (%s)', one.noun || '_by_' || one.name, one.noun || '_index', one.key, narrowed_by);
  END LOOP;
END $$;
CREATE INDEX IF NOT EXISTS organisation_index_country ON organisation_index (country) INCLUDE (merged_into_id, publication, created_by);

-- What they are counted by, without reading the rows.
CREATE INDEX IF NOT EXISTS organisation_index_counted ON organisation_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, kind, country, level, id);
CREATE INDEX IF NOT EXISTS programme_index_counted ON programme_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, earliest, latest, id);
CREATE INDEX IF NOT EXISTS project_index_counted ON project_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, owner_id, our_role, programme_id, earliest, state_from, states, id);
CREATE INDEX IF NOT EXISTS milestone_counted ON milestone_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, owner_id, deputy_id, kind, state, agreement_id, membership_id, project_id, programme_id, latest, earliest, id);
CREATE INDEX IF NOT EXISTS document_index_counted ON document_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, kind, stage, visibility, language, earliest, id);
CREATE INDEX IF NOT EXISTS membership_index_counted ON membership_index (publication, verification) INCLUDE (merged_into_id, created_by, incomplete, owner_id, network_id, state_from, states, id);

-- What read the records themselves before they had narrow rows.
DROP INDEX IF EXISTS programme_name_cyrl, programme_name_latn, programme_name_en, milestone_title_cyrl, milestone_title_latn, milestone_title_en, document_title_cyrl, document_title_latn, document_title_en,
  programme_changed, milestone_changed, document_changed, membership_changed, milestone_date, project_start, document_dated, programme_period,
  organisation_narrow, programme_narrow, project_narrow, membership_narrow, milestone_narrow, document_narrow;

-- By which double an organisation is found once more: asked at each change of one.
CREATE INDEX IF NOT EXISTS organisation_merged ON organisation (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- What belongs to an organisation and what came of it, on its page; who is a member, and in which networks.
CREATE INDEX IF NOT EXISTS organisation_parent ON organisation (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS organisation_successor ON organisation (successor_of_id) WHERE successor_of_id IS NOT NULL;

-- The home page: what the register holds, what the public was last told of, and what states an amount.
CREATE INDEX IF NOT EXISTS agreement_index_counted ON agreement_index (publication, verification) INCLUDE (created_by, merged_into_id, id);
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['agreement', 'programme', 'project', 'organisation', 'milestone', 'membership'] LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (greatest(published_at, corrected_at, withdrawn_at) DESC, code) WHERE greatest(published_at, corrected_at, withdrawn_at) IS NOT NULL', noun || '_told', noun);
  END LOOP;
END $$;
CREATE INDEX IF NOT EXISTS programme_with_amounts ON programme (changed_at DESC, code) WHERE jsonb_array_length(amounts) > 0;
CREATE INDEX IF NOT EXISTS project_with_amounts ON project (changed_at DESC, code) WHERE jsonb_array_length(amounts) > 0;

-- The days that a desk tells of, with all by which they are seen and counted; and of what a person was reminded last.
CREATE INDEX IF NOT EXISTS agreement_index_to_decide ON agreement_index (decide_by, id) INCLUDE (watched_from, watched_until, merged_into_id, publication, created_by, owner_id, code) WHERE decide_by IS NOT NULL;
CREATE INDEX IF NOT EXISTS reminder_step_of_person ON reminder_step (person_id, sent_on);

-- The decisions to let an agreement go on, few among the milestones, asked of every agreement whose day nears (office/agreement/deadlines.ts).
CREATE INDEX IF NOT EXISTS milestone_renewal ON milestone (agreement_id) WHERE kind = 'renewal_decision';

-- The last number under a prefix of codes (office/naming.ts); null for a code that ends otherwise.
CREATE OR REPLACE FUNCTION povelja_code_prefix(code text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN substring(code from '^(.*)-[0-9]{1,9}$');
CREATE OR REPLACE FUNCTION povelja_code_number(code text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN substring(code from '-([0-9]{1,9})$')::int;
CREATE INDEX IF NOT EXISTS agreement_code_number ON agreement (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS organisation_code_number ON organisation (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS membership_code_number ON membership (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS programme_code_number ON programme (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS project_code_number ON project (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS milestone_code_number ON milestone (povelja_code_prefix(code), povelja_code_number(code) DESC);
CREATE INDEX IF NOT EXISTS document_code_number ON document (povelja_code_prefix(code), povelja_code_number(code) DESC);

-- By which the desk learns whether a register has changed (office/desk/remembered.ts).
CREATE INDEX IF NOT EXISTS change_noun ON change (noun, seq);

-- The programmes that name an organisation: asked at each change of one (db/search-triggers.sql).
CREATE INDEX IF NOT EXISTS programme_funder ON programme (funder_id);
CREATE INDEX IF NOT EXISTS programme_managing ON programme (managing_authority_id);
CREATE INDEX IF NOT EXISTS programme_national ON programme (national_authority_id);

-- Those that held less, last of all: who takes an index away keeps readers out until the end of the migration.
DO $$
DECLARE noun text;
BEGIN
  FOREACH noun IN ARRAY ARRAY['organisation', 'programme', 'project', 'membership', 'milestone', 'document'] LOOP
    EXECUTE format('DROP INDEX IF EXISTS %1$s_index_cyrl, %1$s_index_latn, %1$s_index_en, %1$s_index_code, %1$s_index_changed, %1$s_index_date', noun);
  END LOOP;
END $$;
DROP INDEX IF EXISTS membership_index_in_network, milestone_index_counted;
