CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"record_id" uuid,
	"due" date,
	"occasion" text,
	"person_id" uuid,
	"address" text,
	"said" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sealed" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"unclear" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"held_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"fault" text,
	"reply" integer,
	CONSTRAINT "outbox_message_id_unique" UNIQUE("message_id"),
	CONSTRAINT "outbox_once" UNIQUE NULLS NOT DISTINCT("kind","record_id","due","occasion","person_id","address"),
	CONSTRAINT "outbox_to_somebody" CHECK (person_id is not null or address is not null)
);
--> statement-breakpoint
CREATE TABLE "acknowledgement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rule" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"step" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acknowledgement_once" UNIQUE("rule","record_id","due_on","step")
);
--> statement-breakpoint
CREATE TABLE "reminder_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule" text NOT NULL,
	"record_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"step" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"sent_on" date NOT NULL,
	CONSTRAINT "reminder_step_once" UNIQUE("rule","record_id","due_on","step","person_id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "daily_letter" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_step" ADD CONSTRAINT "reminder_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_at") WHERE sent_at is null and ended_at is null and held_at is null;--> statement-breakpoint
CREATE INDEX "outbox_of" ON "outbox" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_created" ON "outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reminder_step_on" ON "reminder_step" USING btree ("sent_on");