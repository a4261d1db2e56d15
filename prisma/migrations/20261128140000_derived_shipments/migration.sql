-- Times keep the offset they came with.
ALTER TABLE "tracking_events" ADD COLUMN "utc_offset_minutes" INTEGER;

-- What is derived of a shipment by all its events, beside its status.
ALTER TABLE "shipments" ADD COLUMN "promised_offset_minutes" INTEGER,
ADD COLUMN "last_scan_id" TEXT,
ADD COLUMN "arrived_at" TIMESTAMPTZ(3),
ADD COLUMN "withdrawn_id" TEXT,
ADD COLUMN "derived_at" TIMESTAMPTZ(3);

-- What is yet to be derived: every shipment now, later what a release before this one, running beside it, has written.
CREATE INDEX "shipments_to_derive_idx" ON "shipments" ("id") WHERE "derived_at" IS DISTINCT FROM "updated_at";
