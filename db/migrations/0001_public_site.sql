CREATE TABLE "agreement_index" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"rule" integer NOT NULL,
	"code" text NOT NULL,
	"publication" text NOT NULL,
	"created_by" uuid,
	"owner_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"type" text,
	"procedure" text,
	"verification" text NOT NULL,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"party_ids" uuid[] NOT NULL,
	"countries" text[] DEFAULT '{}'::text[] NOT NULL,
	"signed_from" date,
	"signed_to" date,
	"standing_from" date[] NOT NULL,
	"standings" text[] NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chronicle_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"act" text,
	"type" text NOT NULL,
	"on" jsonb,
	"day" date,
	"state" text NOT NULL,
	"shown" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"document_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"store_key" uuid NOT NULL,
	"language" text,
	"pages" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"replaces_id" uuid,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"detached_at" timestamp with time zone,
	CONSTRAINT "document_file_store_key_unique" UNIQUE("store_key")
);
--> statement-breakpoint
CREATE TABLE "file_chunk" (
	"store_key" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_chunk_store_key_place_pk" PRIMARY KEY("store_key","place")
);
--> statement-breakpoint
CREATE TABLE "search_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"names" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"countries" text[] DEFAULT '{}'::text[] NOT NULL,
	"years" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"verification" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text NOT NULL,
	"spelling" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "latitude" numeric(8, 5);--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "longitude" numeric(8, 5);--> statement-breakpoint
ALTER TABLE "agreement_index" ADD CONSTRAINT "agreement_index_id_agreement_id_fk" FOREIGN KEY ("id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_file" ADD CONSTRAINT "document_file_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_index_written" ON "agreement_index" USING btree ("written_in");--> statement-breakpoint
CREATE INDEX "agreement_index_changed" ON "agreement_index" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "agreement_index_signed" ON "agreement_index" USING btree ("signed_from");--> statement-breakpoint
CREATE INDEX "agreement_index_parties" ON "agreement_index" USING gin ("party_ids");--> statement-breakpoint
CREATE INDEX "chronicle_entry_of" ON "chronicle_entry" USING btree ("noun","record_id");--> statement-breakpoint
CREATE INDEX "chronicle_entry_day" ON "chronicle_entry" USING btree ("day","id") WHERE shown;--> statement-breakpoint
CREATE INDEX "chronicle_entry_counted" ON "chronicle_entry" USING btree ("type","day","state") WHERE shown;--> statement-breakpoint
CREATE INDEX "document_file_of" ON "document_file" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "file_chunk_first" ON "file_chunk" USING btree ("kept_at") WHERE place = 0;--> statement-breakpoint
CREATE INDEX "search_entry_words" ON "search_entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entry_noun" ON "search_entry" USING btree ("noun");--> statement-breakpoint
CREATE INDEX "search_word_word" ON "search_word" USING btree ("word");--> statement-breakpoint
CREATE INDEX "search_word_near" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "change_sealed" ON "change" USING btree (substring("mac" from 1 for 8),"seq") WHERE mac is not null;--> statement-breakpoint
CREATE INDEX "change_unsealed" ON "change" USING btree ("seq") WHERE mac is null;