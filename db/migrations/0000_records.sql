CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" jsonb,
	"summary" jsonb,
	"type" text,
	"procedure" text,
	"binding" text,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"sectors" text[] DEFAULT '{}'::text[] NOT NULL,
	"sdgs" text[] DEFAULT '{}'::text[] NOT NULL,
	"registry_no" text,
	"classification_no" text,
	"signed_at" jsonb,
	"in_force_rule" text,
	"valid_from" jsonb,
	"valid_to" jsonb,
	"term_months" integer,
	"renewal" text,
	"renewal_months" integer,
	"notice_months" integer,
	"authentic_languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"money" jsonb,
	"completeness" text[] DEFAULT '{}'::text[] NOT NULL,
	"retention_category" text,
	"owner_id" uuid,
	"deputy_id" uuid,
	"embargo_until" date,
	CONSTRAINT "agreement_code_unique" UNIQUE("code"),
	CONSTRAINT "agreement_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "agreement_act" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"agreement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" jsonb,
	"number" text,
	"session" text,
	"body" jsonb,
	"gazette" text,
	"party_id" uuid,
	"document_id" uuid,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "agreement_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"agreement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_id" uuid NOT NULL,
	CONSTRAINT "agreement_link_once" UNIQUE("agreement_id","kind","other_id")
);
--> statement-breakpoint
CREATE TABLE "agreement_network" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	CONSTRAINT "agreement_network_once" UNIQUE("agreement_id","network_id")
);
--> statement-breakpoint
CREATE TABLE "agreement_party" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"agreement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"side" text NOT NULL,
	"signatory" text,
	"signatory_office" jsonb,
	"note" jsonb,
	"inferred" boolean DEFAULT false NOT NULL,
	CONSTRAINT "agreement_party_once" UNIQUE("agreement_id","organisation_id","role")
);
--> statement-breakpoint
CREATE TABLE "agreement_project" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	CONSTRAINT "agreement_project_once" UNIQUE("agreement_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"organisation_id" uuid NOT NULL,
	"office" jsonb,
	"legal_basis" text NOT NULL,
	"retain_until" jsonb,
	"is_public" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" jsonb,
	"kind" text,
	"iati_category" text,
	"stage" text DEFAULT 'draft' NOT NULL,
	"dated" jsonb,
	"language" text,
	"script" text,
	"authentic" boolean DEFAULT false NOT NULL,
	"visibility" text DEFAULT 'internal' NOT NULL,
	"withheld_reason" jsonb,
	"absent_reason" jsonb,
	"retention_category" text,
	"archive_book_no" text,
	"supersedes_id" uuid,
	CONSTRAINT "document_code_unique" UNIQUE("code"),
	CONSTRAINT "document_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "document_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"document_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "change_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"session_hash" text,
	"request_id" uuid,
	"action" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"reason" text,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"mac" "bytea",
	CONSTRAINT "change_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revision_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"change_seq" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"mac" "bytea"
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"network_id" uuid,
	"member_id" uuid,
	"joined_event" jsonb,
	"joined_place" jsonb,
	"legal_basis" jsonb,
	"fee" jsonb,
	"fee_period" text,
	"benefit" jsonb,
	"ended_reason" jsonb,
	CONSTRAINT "membership_code_unique" UNIQUE("code"),
	CONSTRAINT "membership_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "membership_act" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"membership_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" jsonb,
	"number" text,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "representative" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"membership_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"office" jsonb,
	"body" jsonb,
	"valid_from" jsonb,
	"valid_to" jsonb
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" jsonb,
	"kind" text,
	"planned" jsonb,
	"actual" jsonb,
	"progress" integer DEFAULT 0 NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"owner_id" uuid,
	"agreement_id" uuid,
	"membership_id" uuid,
	"project_id" uuid,
	"programme_id" uuid,
	CONSTRAINT "milestone_code_unique" UNIQUE("code"),
	CONSTRAINT "milestone_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "milestone_act" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"milestone_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" jsonb,
	"planned_before" jsonb,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "obligation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"agreement_id" uuid,
	"membership_id" uuid,
	"text" jsonb NOT NULL,
	"organisation_id" uuid,
	"due" jsonb,
	"recurrence" text,
	"state" text DEFAULT 'open' NOT NULL,
	"evidence" jsonb
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" jsonb,
	"acronym" jsonb,
	"kind" text,
	"country" text,
	"place" jsonb,
	"description" jsonb,
	"note" jsonb,
	"external_ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"website" text,
	"is_self" boolean DEFAULT false NOT NULL,
	"parent_id" uuid,
	"successor_of_id" uuid,
	"merged_into_id" uuid,
	"level" text,
	"scope" jsonb,
	"benefit" jsonb,
	"legal_form" jsonb,
	"founded" jsonb,
	"reformed" jsonb,
	"seat_country" text,
	"member_count" jsonb,
	"country_count" jsonb,
	"sdgs" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "organisation_code_unique" UNIQUE("code"),
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "organisation_name" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"acronym" jsonb,
	"valid_from" jsonb,
	"valid_to" jsonb,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "grant_of_right" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope_noun" text,
	"scope_id" uuid,
	"until" date,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_form" text DEFAULT 'sr-Cyrl' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"expires_on" date,
	"password_changed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal" (
	"owner_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"salt" text DEFAULT gen_random_uuid()::text NOT NULL,
	CONSTRAINT "personal_owner_id_field_pk" PRIMARY KEY("owner_id","field")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" jsonb,
	"acronym" jsonb,
	"instrument" jsonb,
	"purpose" jsonb,
	"objectives" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"eligible" jsonb,
	"priority_axes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"period_from" jsonb,
	"period_to" jsonb,
	"cci" text,
	"countries" text[] DEFAULT '{}'::text[] NOT NULL,
	"funder_id" uuid,
	"funder_note" jsonb,
	"managing_authority_id" uuid,
	"national_authority_id" uuid,
	"joint_secretariat" jsonb,
	"amounts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "programme_code_unique" UNIQUE("code"),
	CONSTRAINT "programme_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "programme_partner" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"programme_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"iati_role" integer,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publication" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"corrected_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" jsonb,
	"verification" text DEFAULT 'unverified' NOT NULL,
	"verified_on" date,
	"verified_by" uuid,
	"english_waived" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" jsonb,
	"acronym" jsonb,
	"summary" jsonb,
	"objective" jsonb,
	"numbers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"planned_start" jsonb,
	"planned_end" jsonb,
	"actual_start" jsonb,
	"actual_end" jsonb,
	"duration_months" integer,
	"sectors" text[] DEFAULT '{}'::text[] NOT NULL,
	"sdgs" text[] DEFAULT '{}'::text[] NOT NULL,
	"places" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"themes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"components" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"our_role" text,
	"amounts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"co_financing_percent" numeric(5, 2),
	"partner_count" jsonb,
	"website" text,
	"programme_id" uuid,
	"phase" integer,
	CONSTRAINT "project_code_unique" UNIQUE("code"),
	CONSTRAINT "project_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "project_act" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" jsonb,
	"number" text,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "project_partner" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"project_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"iati_role" integer,
	"note" jsonb,
	"inferred" boolean DEFAULT false NOT NULL,
	"budget_share" numeric(18, 2),
	"valid_from" jsonb,
	"valid_to" jsonb
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "security_event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "security_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"action" text,
	"record_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" integer
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"agent" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account" text NOT NULL,
	"address" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "setting_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "slug_history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"noun" text NOT NULL,
	"slug" text NOT NULL,
	"record_id" uuid NOT NULL,
	CONSTRAINT "slug_history_once" UNIQUE("noun","slug")
);
--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_act" ADD CONSTRAINT "agreement_act_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_act" ADD CONSTRAINT "agreement_act_party_id_agreement_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."agreement_party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_act" ADD CONSTRAINT "agreement_act_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_link" ADD CONSTRAINT "agreement_link_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_link" ADD CONSTRAINT "agreement_link_other_id_agreement_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_network" ADD CONSTRAINT "agreement_network_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_network" ADD CONSTRAINT "agreement_network_network_id_organisation_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_project" ADD CONSTRAINT "agreement_project_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_project" ADD CONSTRAINT "agreement_project_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_supersedes_id_document_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_change_seq_change_seq_fk" FOREIGN KEY ("change_seq") REFERENCES "public"."change"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_network_id_organisation_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_organisation_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_act" ADD CONSTRAINT "membership_act_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representative" ADD CONSTRAINT "representative_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_act" ADD CONSTRAINT "milestone_act_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_organisation_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_successor_of_id_organisation_id_fk" FOREIGN KEY ("successor_of_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_organisation_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_of_right" ADD CONSTRAINT "grant_of_right_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_funder_id_organisation_id_fk" FOREIGN KEY ("funder_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_managing_authority_id_organisation_id_fk" FOREIGN KEY ("managing_authority_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_national_authority_id_organisation_id_fk" FOREIGN KEY ("national_authority_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_partner" ADD CONSTRAINT "programme_partner_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_partner" ADD CONSTRAINT "programme_partner_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_act" ADD CONSTRAINT "project_act_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_partner" ADD CONSTRAINT "project_partner_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_partner" ADD CONSTRAINT "project_partner_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_type" ON "agreement" USING btree ("type");--> statement-breakpoint
CREATE INDEX "agreement_act_of" ON "agreement_act" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_link_to" ON "agreement_link" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "agreement_network_is" ON "agreement_network" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "agreement_party_is" ON "agreement_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "agreement_project_is" ON "agreement_project" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "contact_of" ON "contact" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "document_link_of" ON "document_link" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_link_to" ON "document_link" USING btree ("noun","record_id");--> statement-breakpoint
CREATE INDEX "change_record" ON "change" USING btree ("record_id","seq");--> statement-breakpoint
CREATE INDEX "change_actor" ON "change" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "revision_change" ON "revision" USING btree ("change_seq");--> statement-breakpoint
CREATE INDEX "revision_row" ON "revision" USING btree ("row_id","seq");--> statement-breakpoint
CREATE INDEX "membership_network" ON "membership" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "membership_act_of" ON "membership_act" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "representative_of" ON "representative" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "milestone_agreement" ON "milestone" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "milestone_membership" ON "milestone" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "milestone_project" ON "milestone" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "milestone_programme" ON "milestone" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "milestone_act_of" ON "milestone_act" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "obligation_agreement" ON "obligation" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "obligation_membership" ON "obligation" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "organisation_kind" ON "organisation" USING btree ("kind");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_self" ON "organisation" USING btree ("is_self") WHERE is_self;--> statement-breakpoint
CREATE INDEX "organisation_name_of" ON "organisation_name" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "grant_of_right_person" ON "grant_of_right" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "personal_email" ON "personal" USING btree (lower("value")) WHERE field = 'email';--> statement-breakpoint
CREATE INDEX "programme_partner_of" ON "programme_partner" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "programme_partner_is" ON "programme_partner" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "project_programme" ON "project" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "project_act_of" ON "project_act" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "project_partner_of" ON "project_partner" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "project_partner_is" ON "project_partner" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_account" ON "sign_in_attempt" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_address" ON "sign_in_attempt" USING btree ("address","at");