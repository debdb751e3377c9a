CREATE TABLE "bulk_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"register" text NOT NULL,
	"verb" text NOT NULL,
	"ids" uuid[] NOT NULL,
	"details" jsonb,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_draft" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"place" text NOT NULL,
	"base_version" integer,
	"typed" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_draft_once" UNIQUE("person_id","place")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"register" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_once" UNIQUE("person_id","register","name")
);
--> statement-breakpoint
CREATE TABLE "file_reading" (
	"store_key" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"pages" integer,
	"text" text DEFAULT '' NOT NULL,
	"picture" "bytea",
	"width" integer,
	"height" integer,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"cells" text[] NOT NULL,
	"verdict" text,
	"record_id" uuid,
	"identity" text,
	"issues" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"entered_at" timestamp with time zone,
	CONSTRAINT "import_row_once" UNIQUE("import_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noun" text NOT NULL,
	"file_name" text NOT NULL,
	"headings" text[] NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"told" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"enters_unknown" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'mapping' NOT NULL,
	"row_count" integer NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestone_dependency" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"milestone_id" uuid NOT NULL,
	"depends_on_id" uuid NOT NULL,
	CONSTRAINT "milestone_dependency_once" UNIQUE("milestone_id","depends_on_id")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid,
	"action" text NOT NULL,
	"deed" text NOT NULL,
	"base_version" integer,
	"entry_hash" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"change_seq" bigint,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"proposal_id" uuid NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_entry" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"opened" jsonb NOT NULL,
	"typed" jsonb NOT NULL,
	"salt" text DEFAULT gen_random_uuid()::text NOT NULL
);
--> statement-breakpoint
DROP INDEX "search_entry_noun";--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "watched_from" date DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "watched_until" date DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "decide_by" date;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "ends_by" date;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "lacks" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_index" ADD COLUMN "english" text DEFAULT 'missing' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agreement" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "obligation_id" uuid;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "occurrence" date;--> statement-breakpoint
ALTER TABLE "obligation" ADD COLUMN "settled_on" date;--> statement-breakpoint
ALTER TABLE "obligation" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "obligation" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "obligation" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "obligation" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "embargo_until" date;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "search_entry" ADD COLUMN "called" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "setting" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "setting" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_draft" ADD CONSTRAINT "entry_draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_import_run_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_dependency" ADD CONSTRAINT "milestone_dependency_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_dependency" ADD CONSTRAINT "milestone_dependency_depends_on_id_milestone_id_fk" FOREIGN KEY ("depends_on_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_comment" ADD CONSTRAINT "proposal_comment_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_entry" ADD CONSTRAINT "proposal_entry_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_run_of" ON "bulk_run" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "entry_draft_saved" ON "entry_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "saved_view_of" ON "saved_view" USING btree ("register");--> statement-breakpoint
CREATE INDEX "import_row_waiting" ON "import_row" USING btree ("import_id","row_number") WHERE entered_at is null;--> statement-breakpoint
CREATE INDEX "import_row_verdict" ON "import_row" USING btree ("import_id","verdict","row_number");--> statement-breakpoint
CREATE INDEX "import_row_identity" ON "import_row" USING btree ("import_id","identity");--> statement-breakpoint
CREATE INDEX "import_run_running" ON "import_run" USING btree ("started_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "milestone_dependency_on" ON "milestone_dependency" USING btree ("depends_on_id");--> statement-breakpoint
CREATE INDEX "proposal_of" ON "proposal" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "proposal_waiting" ON "proposal" USING btree ("created_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposal_by" ON "proposal" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "proposal_change" ON "proposal" USING btree ("change_seq");--> statement-breakpoint
CREATE INDEX "proposal_comment_of" ON "proposal_comment" USING btree ("proposal_id","position");--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_obligation_id_obligation_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_index_decide_by" ON "agreement_index" USING btree ("decide_by") WHERE decide_by is not null;--> statement-breakpoint
CREATE INDEX "agreement_index_ends_by" ON "agreement_index" USING btree ("ends_by") WHERE ends_by is not null;--> statement-breakpoint
CREATE INDEX "agreement_index_watched" ON "agreement_index" USING btree ("watched_until");--> statement-breakpoint
CREATE INDEX "agreement_index_watched_from" ON "agreement_index" USING btree ("watched_from");--> statement-breakpoint
CREATE INDEX "agreement_index_unpublished" ON "agreement_index" USING btree ("changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "agreement_scheduled" ON "agreement" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "agreement_deputy" ON "agreement" USING btree ("deputy_id") WHERE deputy_id is not null;--> statement-breakpoint
CREATE INDEX "document_scheduled" ON "document" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "change_at" ON "change" USING btree ("at");--> statement-breakpoint
CREATE INDEX "membership_scheduled" ON "membership" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "milestone_scheduled" ON "milestone" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "milestone_due" ON "milestone" USING btree (("planned" ->> 'latest')) WHERE actual is null;--> statement-breakpoint
CREATE INDEX "milestone_owner" ON "milestone" USING btree ("owner_id") WHERE actual is null;--> statement-breakpoint
CREATE INDEX "milestone_deputy" ON "milestone" USING btree ("deputy_id") WHERE actual is null;--> statement-breakpoint
CREATE INDEX "milestone_ends" ON "milestone" USING btree ((coalesce("actual", "planned") ->> 'latest'));--> statement-breakpoint
CREATE INDEX "obligation_recurring" ON "obligation" USING btree ("id") WHERE state = 'open' and recurrence is not null;--> statement-breakpoint
CREATE INDEX "organisation_scheduled" ON "organisation" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "programme_scheduled" ON "programme" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "project_scheduled" ON "project" USING btree ("scheduled_for") WHERE scheduled_for is not null;--> statement-breakpoint
CREATE INDEX "search_entry_called_agreement" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'agreement';--> statement-breakpoint
CREATE INDEX "search_entry_called_organisation" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'organisation';--> statement-breakpoint
CREATE INDEX "search_entry_called_programme" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'programme';--> statement-breakpoint
CREATE INDEX "search_entry_called_project" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'project';--> statement-breakpoint
CREATE INDEX "search_entry_called_milestone" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'milestone';--> statement-breakpoint
CREATE INDEX "search_entry_called_document" ON "search_entry" USING gin ("called" gin_trgm_ops) WHERE noun = 'document';--> statement-breakpoint
CREATE INDEX "search_entry_noun" ON "search_entry" USING btree ("noun","changed_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_occurrence" UNIQUE("obligation_id","occurrence");