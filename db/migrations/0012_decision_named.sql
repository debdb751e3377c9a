ALTER TABLE "milestone" ADD COLUMN "decides" text;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "decides_about" date;