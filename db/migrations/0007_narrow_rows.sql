CREATE TABLE "document_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"name_cyrl" text COLLATE "sr-Cyrl-x-icu",
	"name_latn" text COLLATE "sr-Latn-x-icu",
	"name_en" text COLLATE "en-x-icu",
	"english" text NOT NULL,
	"earliest" text,
	"kind" text,
	"stage" text NOT NULL,
	"visibility" text NOT NULL,
	"language" text
);
--> statement-breakpoint
CREATE TABLE "membership_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"state_from" date[] NOT NULL,
	"states" text[] NOT NULL,
	"network_id" uuid,
	"owner_id" uuid
);
--> statement-breakpoint
CREATE TABLE "milestone_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"name_cyrl" text COLLATE "sr-Cyrl-x-icu",
	"name_latn" text COLLATE "sr-Latn-x-icu",
	"name_en" text COLLATE "en-x-icu",
	"english" text NOT NULL,
	"earliest" text,
	"kind" text,
	"is_public" boolean NOT NULL,
	"progress" integer NOT NULL,
	"agreement_id" uuid,
	"membership_id" uuid,
	"project_id" uuid,
	"programme_id" uuid,
	"owner_id" uuid,
	"deputy_id" uuid,
	"state" text NOT NULL,
	"waits" boolean NOT NULL,
	"latest" text
);
--> statement-breakpoint
CREATE TABLE "organisation_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"name_cyrl" text COLLATE "sr-Cyrl-x-icu",
	"name_latn" text COLLATE "sr-Latn-x-icu",
	"name_en" text COLLATE "en-x-icu",
	"english" text NOT NULL,
	"kind" text,
	"country" text,
	"level" text
);
--> statement-breakpoint
CREATE TABLE "programme_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"name_cyrl" text COLLATE "sr-Cyrl-x-icu",
	"name_latn" text COLLATE "sr-Latn-x-icu",
	"name_en" text COLLATE "en-x-icu",
	"english" text NOT NULL,
	"earliest" text,
	"latest" text
);
--> statement-breakpoint
CREATE TABLE "project_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"verification" text NOT NULL,
	"created_by" uuid,
	"merged_into_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"incomplete" boolean NOT NULL,
	"known" boolean NOT NULL,
	"name_cyrl" text COLLATE "sr-Cyrl-x-icu",
	"name_latn" text COLLATE "sr-Latn-x-icu",
	"name_en" text COLLATE "en-x-icu",
	"english" text NOT NULL,
	"state_from" date[] NOT NULL,
	"states" text[] NOT NULL,
	"earliest" text,
	"our_role" text,
	"programme_id" uuid,
	"owner_id" uuid
);
--> statement-breakpoint
CREATE INDEX "document_index_unpublished" ON "document_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "membership_index_unpublished" ON "membership_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "membership_index_network" ON "membership_index" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "milestone_index_unpublished" ON "milestone_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "milestone_index_due" ON "milestone_index" USING btree ("latest","id") WHERE waits;--> statement-breakpoint
CREATE INDEX "milestone_index_unowned" ON "milestone_index" USING btree ("latest","id") WHERE waits and owner_id is null;--> statement-breakpoint
CREATE INDEX "milestone_index_owner" ON "milestone_index" USING btree ("owner_id","latest") WHERE waits;--> statement-breakpoint
CREATE INDEX "milestone_index_deputy" ON "milestone_index" USING btree ("deputy_id","latest") WHERE waits and deputy_id is not null;--> statement-breakpoint
CREATE INDEX "organisation_index_unpublished" ON "organisation_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "programme_index_unpublished" ON "programme_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "project_index_unpublished" ON "project_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "project_index_programme" ON "project_index" USING btree ("programme_id");