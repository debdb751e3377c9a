-- The register in the order of titles, by each form's alphabet, a page at a time (office/agreement/in-order.ts).
CREATE INDEX IF NOT EXISTS agreement_title_cyrl ON agreement (povelja_order_text(title, 'sr-Cyrl') COLLATE "sr-Cyrl-x-icu", code);
CREATE INDEX IF NOT EXISTS agreement_title_latn ON agreement (povelja_order_text(title, 'sr-Latn') COLLATE "sr-Latn-x-icu", code);
CREATE INDEX IF NOT EXISTS agreement_title_en ON agreement (povelja_order_text(title, 'en') COLLATE "en-x-icu", code);
