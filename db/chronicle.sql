-- The chronicle of the office's years: what `chronicle_entry` holds is derived here, in the same statement that changes a
-- record. A row for each act, for each milestone, and for those of a project's dates that no act tells.

-- Under which type a kind of act or milestone stands; null for what the chronicle leaves out. The types are those of
-- office/chronicle/chronicle.ts; a spec asks this of every kind there is.
CREATE OR REPLACE FUNCTION povelja_chronicle_type(noun text, kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE noun
    WHEN 'membership' THEN 'membership'
    WHEN 'project' THEN 'project'
    WHEN 'agreement' THEN CASE
      WHEN kind IN ('initiative', 'drafting_started', 'text_agreed') THEN 'preparation'
      WHEN kind IN ('council_decision', 'authorisation_to_sign') THEN 'decision'
      WHEN kind IN ('consent_request', 'consent_refused', 'consent_given') THEN 'consent'
      WHEN kind = 'signature' THEN 'signature'
      WHEN kind IN ('ratification', 'publication_in_gazette', 'entry_into_force', 'amendment', 'renewal', 'suspension', 'resumption', 'notice', 'notice_withdrawn') THEN 'force'
      WHEN kind IN ('party_withdrawal', 'termination', 'completion', 'replacement', 'dropping') THEN 'end' END
    WHEN 'milestone' THEN CASE
      WHEN kind = 'agreement_signed' THEN 'signature'
      WHEN kind = 'consent_given' THEN 'consent'
      WHEN kind = 'network_accession' THEN 'membership'
      WHEN kind = 'project_event' THEN 'project'
      WHEN kind = 'renewal_decision' THEN 'decision'
      WHEN kind IN ('call_deadline', 'report_due', 'fee_due') THEN 'deadline'
      WHEN kind = 'result_reached' THEN 'result'
      WHEN kind IN ('visit', 'anniversary') THEN kind END
  END;
$$;

CREATE OR REPLACE FUNCTION povelja_chronicle_day(held jsonb) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(held ->> 'earliest', held ->> 'latest')::date;
$$;

-- Derives anew the rows of the named records, the milestones among them first, since an act gives way to a milestone that the
-- public sees and that tells the same: reached, of the same record and the same event, at the same time. A milestone that nobody
-- reached tells of nothing that happened, and one of a project's says what no act says. All at once, so that a bulk load costs
-- no more than its rows.
CREATE OR REPLACE FUNCTION povelja_chronicle_refresh(agreements uuid[], memberships uuid[], projects uuid[], milestones uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Each found by an index: asked as one condition, every entry that there is would be passed through at every change.
  DELETE FROM chronicle_entry WHERE id IN (
    SELECT e.id FROM chronicle_entry e WHERE e.noun = 'milestone' AND e.record_id = ANY (milestones)
    UNION ALL SELECT e.id FROM chronicle_entry e WHERE e.noun = 'agreement' AND e.record_id = ANY (agreements)
    UNION ALL SELECT e.id FROM chronicle_entry e WHERE e.noun = 'membership' AND e.record_id = ANY (memberships)
    UNION ALL SELECT e.id FROM chronicle_entry e WHERE e.noun = 'project' AND e.record_id = ANY (projects)
    -- What was another record's until now: a merge moves acts.
    UNION ALL SELECT id FROM agreement_act WHERE agreement_id = ANY (agreements)
    UNION ALL SELECT id FROM membership_act WHERE membership_id = ANY (memberships)
    UNION ALL SELECT id FROM project_act WHERE project_id = ANY (projects));

  INSERT INTO chronicle_entry (id, noun, record_id, act, type, "on", day, state, shown)
  SELECT m.id, 'milestone', m.id, m.kind, povelja_chronicle_type('milestone', m.kind), held."on", povelja_chronicle_day(held."on"), now.state,
    m.publication = 'published' AND m.is_public AND (
      EXISTS (SELECT 1 FROM agreement o WHERE o.id = m.agreement_id AND o.publication = 'published')
      OR EXISTS (SELECT 1 FROM membership o WHERE o.id = m.membership_id AND o.publication = 'published')
      OR EXISTS (SELECT 1 FROM project o WHERE o.id = m.project_id AND o.publication = 'published')
      OR EXISTS (SELECT 1 FROM programme o WHERE o.id = m.programme_id AND o.publication = 'published'))
  FROM milestone m CROSS JOIN LATERAL (
      SELECT coalesce((SELECT a.kind FROM milestone_act a WHERE a.milestone_id = m.id AND a.kind IN ('done', 'cancelled') ORDER BY a.position DESC LIMIT 1), 'due') AS state OFFSET 0) AS now
    CROSS JOIN LATERAL (SELECT povelja_milestone_date(now.state, m.actual, m.planned) AS "on" OFFSET 0) AS held
  WHERE m.id = ANY (milestones) AND povelja_chronicle_type('milestone', m.kind) IS NOT NULL;

  -- The parties that signed on one day signed together.
  WITH telling AS MATERIALIZED (
    SELECT m.agreement_id AS record, CASE e.act WHEN 'agreement_signed' THEN 'signature' ELSE e.act END AS kind, e."on" ->> 'earliest' AS earliest, e."on" ->> 'latest' AS latest
    FROM milestone m JOIN chronicle_entry e ON e.id = m.id WHERE m.agreement_id = ANY (agreements) AND e.act IN ('agreement_signed', 'consent_given') AND e.shown AND e.state = 'done'
  )
  INSERT INTO chronicle_entry (id, noun, record_id, act, type, "on", day, state, shown)
  SELECT DISTINCT ON (a.agreement_id, a.kind, a."on" ->> 'edtf', CASE WHEN a.kind <> 'signature' THEN a.id END) a.id, 'agreement', a.agreement_id, a.kind, povelja_chronicle_type('agreement', a.kind), a."on",
    povelja_chronicle_day(a."on"), 'done', o.publication = 'published'
  FROM agreement_act a JOIN agreement o ON o.id = a.agreement_id
  WHERE a.agreement_id = ANY (agreements) AND povelja_chronicle_type('agreement', a.kind) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.record = a.agreement_id AND t.kind = a.kind
      AND t.earliest IS NOT DISTINCT FROM (a."on" ->> 'earliest') AND t.latest IS NOT DISTINCT FROM (a."on" ->> 'latest'))
  ORDER BY a.agreement_id, a.kind, a."on" ->> 'edtf', CASE WHEN a.kind <> 'signature' THEN a.id END, a.position, a.id;

  WITH telling AS MATERIALIZED (
    SELECT m.membership_id AS record, e."on" ->> 'earliest' AS earliest, e."on" ->> 'latest' AS latest
    FROM milestone m JOIN chronicle_entry e ON e.id = m.id WHERE m.membership_id = ANY (memberships) AND e.act = 'network_accession' AND e.shown AND e.state = 'done'
  )
  INSERT INTO chronicle_entry (id, noun, record_id, act, type, "on", day, state, shown)
  -- Of other cities the office keeps memberships too, which are not of its years. An end has come when its last day has (office/membership/membership.ts).
  SELECT a.id, 'membership', a.membership_id, a.kind, 'membership', a."on", CASE a.kind WHEN 'ended' THEN coalesce(a."on" ->> 'latest', a."on" ->> 'earliest')::date ELSE povelja_chronicle_day(a."on") END, 'done',
    o.publication = 'published' AND EXISTS (SELECT 1 FROM organisation n WHERE n.id = o.network_id AND n.publication = 'published')
      AND EXISTS (SELECT 1 FROM organisation c WHERE c.id = o.member_id AND c.is_self)
  FROM membership_act a JOIN membership o ON o.id = a.membership_id
  WHERE a.membership_id = ANY (memberships) AND NOT EXISTS (SELECT 1 FROM telling t WHERE a.kind = 'joined' AND t.record = a.membership_id
      AND t.earliest IS NOT DISTINCT FROM (a."on" ->> 'earliest') AND t.latest IS NOT DISTINCT FROM (a."on" ->> 'latest'));

  INSERT INTO chronicle_entry (id, noun, record_id, act, type, "on", day, state, shown)
  SELECT a.id, 'project', a.project_id, a.kind, 'project', a."on", povelja_chronicle_day(a."on"), 'done', o.publication = 'published'
  FROM project_act a JOIN project o ON o.id = a.project_id
  WHERE a.project_id = ANY (projects);

  -- A project's own dates, where no act tells of them; a plan gives way to what really was, also to an end that came before it.
  INSERT INTO chronicle_entry (id, noun, record_id, act, type, "on", day, state, shown)
  SELECT md5(o.id::text || d.act)::uuid, 'project', o.id, d.act, 'project', d.held, povelja_chronicle_day(d.held), d.state, o.publication = 'published'
  FROM project o CROSS JOIN LATERAL (VALUES
    ('start', coalesce(o.actual_start, o.planned_start), CASE WHEN o.actual_start IS NULL THEN 'planned' ELSE 'done' END,
      CASE WHEN o.actual_start IS NULL THEN ARRAY['running', 'closed', 'cancelled', 'rejected'] ELSE ARRAY['running'] END),
    ('finish', coalesce(o.actual_end, o.planned_end), CASE WHEN o.actual_end IS NULL THEN 'planned' ELSE 'done' END, ARRAY['closed', 'cancelled', 'rejected'])
  ) AS d (act, held, state, told_by)
  WHERE o.id = ANY (projects) AND d.held IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM project_act a WHERE a.project_id = o.id AND a.kind = ANY (d.told_by) AND (d.state = 'planned' OR a."on" IS NOT NULL));
END $$;

-- The rows of one statement, whatever it did with them. What belongs to a record is told of with it; a record brings its
-- milestones, whose sight hangs on its own; a milestone brings its records, whose acts may give way to it.
CREATE OR REPLACE FUNCTION povelja_chronicle_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[]; a uuid[]; m uuid[]; p uuid[]; ms uuid[];
BEGIN
  EXECUTE format('SELECT array_agg(DISTINCT %1$I) FROM changed WHERE %1$I IS NOT NULL', TG_ARGV[1]) INTO touched;
  IF touched IS NULL THEN RETURN NULL; END IF;
  CASE TG_ARGV[0]
    WHEN 'agreement' THEN a := touched;
      IF TG_ARGV[1] = 'id' THEN SELECT array_agg(id) INTO ms FROM milestone WHERE agreement_id = ANY (touched); END IF;
    WHEN 'membership' THEN m := touched;
      IF TG_ARGV[1] = 'id' THEN SELECT array_agg(id) INTO ms FROM milestone WHERE membership_id = ANY (touched); END IF;
    WHEN 'project' THEN p := touched;
      IF TG_ARGV[1] = 'id' THEN SELECT array_agg(id) INTO ms FROM milestone WHERE project_id = ANY (touched); END IF;
    WHEN 'programme' THEN SELECT array_agg(id) INTO ms FROM milestone WHERE programme_id = ANY (touched);
    -- As a network only: which organisation is the City is laid down with it and never changes.
    WHEN 'organisation' THEN SELECT array_agg(id) INTO m FROM membership WHERE network_id = ANY (touched);
    ELSE ms := touched;
  END CASE;
  IF TG_TABLE_NAME = 'milestone' THEN
    SELECT array_agg(agreement_id), array_agg(membership_id), array_agg(project_id) INTO a, m, p FROM changed;
  ELSIF ms IS NOT NULL THEN
    SELECT a || array_agg(agreement_id), m || array_agg(membership_id), p || array_agg(project_id) INTO a, m, p FROM milestone WHERE id = ANY (ms);
  END IF;
  PERFORM povelja_chronicle_refresh(a, m, p, ms);
  RETURN NULL;
END $$;

DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['agreement', 'agreement', 'id'], ['agreement_act', 'agreement', 'agreement_id'], ['membership', 'membership', 'id'], ['membership_act', 'membership', 'membership_id'],
    ['project', 'project', 'id'], ['project_act', 'project', 'project_id'], ['milestone', 'milestone', 'id'], ['milestone_act', 'milestone', 'milestone_id'],
    ['programme', 'programme', 'id'], ['organisation', 'organisation', 'id']
  ] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER chronicle_entered AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_chronicle_touched(%L, %L)', pair[1], pair[2], pair[3]);
    EXECUTE format('CREATE OR REPLACE TRIGGER chronicle_revised AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_chronicle_touched(%L, %L)', pair[1], pair[2], pair[3]);
    EXECUTE format('CREATE OR REPLACE TRIGGER chronicle_dropped AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_chronicle_touched(%L, %L)', pair[1], pair[2], pair[3]);
  END LOOP;
  -- A milestone that moves to another record leaves the one that it belonged to.
  CREATE OR REPLACE TRIGGER chronicle_left AFTER UPDATE ON milestone REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION povelja_chronicle_touched('milestone', 'id');
END $$;

-- Once for records that were there before, and again wherever the number of the rule above was raised.
DO $$
BEGIN
  IF obj_description('chronicle_entry'::regclass) IS DISTINCT FROM 'rule 2' THEN
    PERFORM povelja_chronicle_refresh(ARRAY(SELECT id FROM agreement), ARRAY(SELECT id FROM membership), ARRAY(SELECT id FROM project), ARRAY(SELECT id FROM milestone));
    COMMENT ON TABLE chronicle_entry IS 'rule 2';
  END IF;
END $$;
