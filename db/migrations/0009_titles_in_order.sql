ALTER TABLE "agreement_index" ADD COLUMN "name_cyrl" text COLLATE "sr-Cyrl-x-icu";--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "name_latn" text COLLATE "sr-Latn-x-icu";--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "name_en" text COLLATE "en-x-icu";