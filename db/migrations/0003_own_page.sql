ALTER TABLE "person" ADD COLUMN "anonymised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "issued_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "one_time_link_person" ON "one_time_link" USING btree ("person_id");