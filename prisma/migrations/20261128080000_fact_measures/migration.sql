-- Facts: who did it, whose work it is, when it began, and how much of its time was business time.
ALTER TABLE "service_facts" ADD COLUMN "actor_type" TEXT,
ADD COLUMN "actor_id" TEXT,
ADD COLUMN "group_name" TEXT,
ADD COLUMN "started_at" TIMESTAMPTZ(3),
ADD COLUMN "business_seconds" DOUBLE PRECISION;

-- Claims are guarded by a version, as every case is.
ALTER TABLE "claims" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
