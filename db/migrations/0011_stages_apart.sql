DROP INDEX "agreement_index_unpublished";--> statement-breakpoint
DROP INDEX "document_index_unpublished";--> statement-breakpoint
DROP INDEX "membership_index_unpublished";--> statement-breakpoint
DROP INDEX "milestone_index_unpublished";--> statement-breakpoint
DROP INDEX "organisation_index_unpublished";--> statement-breakpoint
DROP INDEX "programme_index_unpublished";--> statement-breakpoint
DROP INDEX "project_index_unpublished";--> statement-breakpoint
CREATE INDEX "agreement_index_staged" ON "agreement_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "document_index_staged" ON "document_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "membership_index_staged" ON "membership_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "milestone_index_staged" ON "milestone_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "organisation_index_staged" ON "organisation_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "programme_index_staged" ON "programme_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');--> statement-breakpoint
CREATE INDEX "project_index_staged" ON "project_index" USING btree ("publication","changed_at") WHERE publication not in ('published', 'withdrawn');