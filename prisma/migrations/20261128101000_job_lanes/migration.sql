-- A job's lane is a column, and some jobs take the place of an earlier one of the same key.

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "lane" TEXT, ADD COLUMN "is_replaceable" BOOLEAN NOT NULL DEFAULT false;

-- A release before this one, running beside it, writes rows without a lane: those have the one it means.
DROP INDEX "outbox_pending_lane_idx";
CREATE INDEX "outbox_pending_lane_idx" ON "outbox" (coalesce("lane", outbox_lane("kind", "key", "id")), "id") WHERE "done_at" IS NULL AND "dead_at" IS NULL;
