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
