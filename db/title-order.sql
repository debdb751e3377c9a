-- The register in the order of titles, by each form's alphabet, a page at a time (office/agreement/in-order.ts).
CREATE INDEX IF NOT EXISTS agreement_title_cyrl ON agreement (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", code);
CREATE INDEX IF NOT EXISTS agreement_title_latn ON agreement (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", code);
CREATE INDEX IF NOT EXISTS agreement_title_en ON agreement (povelja_order_text(title, 'en') COLLATE "en-x-icu", code);

-- Partners and projects in the order of names, and as they last changed (office/organisation/read.ts, office/project/read.ts).
CREATE INDEX IF NOT EXISTS organisation_name_cyrl ON organisation (povelja_order_text(name, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_name_latn ON organisation (povelja_order_text(name, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_name_en ON organisation (povelja_order_text(name, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS organisation_changed ON organisation (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS project_title_cyrl ON project (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS project_title_latn ON project (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS project_title_en ON project (povelja_order_text(title, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS project_changed ON project (changed_at DESC, id);

-- The other tables of the workspace in the order of names and of their dates, and as they last changed (office/rows.ts).
CREATE INDEX IF NOT EXISTS programme_name_cyrl ON programme (povelja_order_text(name, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS programme_name_latn ON programme (povelja_order_text(name, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS programme_name_en ON programme (povelja_order_text(name, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS milestone_title_cyrl ON milestone (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS milestone_title_latn ON milestone (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS milestone_title_en ON milestone (povelja_order_text(title, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS document_title_cyrl ON document (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", id);
CREATE INDEX IF NOT EXISTS document_title_latn ON document (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", id);
CREATE INDEX IF NOT EXISTS document_title_en ON document (povelja_order_text(title, 'en') COLLATE "en-x-icu", id);
CREATE INDEX IF NOT EXISTS programme_changed ON programme (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS milestone_changed ON milestone (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS document_changed ON document (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS membership_changed ON membership (changed_at DESC, id);
CREATE INDEX IF NOT EXISTS milestone_date ON milestone ((coalesce(actual, planned) ->> 'earliest') DESC NULLS LAST, id);
CREATE INDEX IF NOT EXISTS project_start ON project ((coalesce(actual_start, planned_start) ->> 'earliest') DESC NULLS LAST, id);
CREATE INDEX IF NOT EXISTS document_dated ON document ((dated ->> 'earliest') DESC NULLS LAST, id);
CREATE INDEX IF NOT EXISTS programme_period ON programme ((period_from ->> 'earliest') DESC NULLS LAST, id);

-- What these tables are narrowed by, in an index that is a tenth of the records: they are counted without reading them.
CREATE INDEX IF NOT EXISTS organisation_narrow ON organisation (publication, verification, kind, country) INCLUDE (merged_into_id, created_by, changed_at, level, id);
CREATE INDEX IF NOT EXISTS programme_narrow ON programme (publication, verification) INCLUDE (merged_into_id, created_by, changed_at, id);
CREATE INDEX IF NOT EXISTS project_narrow ON project (publication, verification, owner_id, our_role) INCLUDE (merged_into_id, created_by, changed_at, programme_id, id);
CREATE INDEX IF NOT EXISTS membership_narrow ON membership (publication, verification, owner_id) INCLUDE (merged_into_id, created_by, changed_at, network_id, id);
CREATE INDEX IF NOT EXISTS milestone_narrow ON milestone (publication, verification, owner_id, kind) INCLUDE (merged_into_id, created_by, changed_at, progress, agreement_id, membership_id, project_id, programme_id, id);
CREATE INDEX IF NOT EXISTS document_narrow ON document (publication, verification, kind, visibility) INCLUDE (merged_into_id, created_by, changed_at, stage, language, id);
