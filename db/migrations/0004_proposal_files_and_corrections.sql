CREATE TABLE "correction_note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"change_seq" bigint NOT NULL,
	"on" date NOT NULL,
	"text" jsonb NOT NULL,
	CONSTRAINT "correction_note_change_seq_unique" UNIQUE("change_seq")
);
--> statement-breakpoint
CREATE TABLE "proposal_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"proposal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"store_key" uuid NOT NULL,
	CONSTRAINT "proposal_file_store_key_unique" UNIQUE("store_key")
);
--> statement-breakpoint
ALTER TABLE "agreement_act" ADD COLUMN "areas" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_act" ADD COLUMN "budget_line" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "proposal_file" ADD CONSTRAINT "proposal_file_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_note_of" ON "correction_note" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "proposal_file_of" ON "proposal_file" USING btree ("proposal_id","position");