-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "account_owner" TEXT,
ADD COLUMN     "address" TEXT,
ADD COLUMN     "company" TEXT,
ADD COLUMN     "goods" TEXT,
ADD COLUMN     "industry" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'person',
ADD COLUMN     "merged_into_id" TEXT,
ADD COLUMN     "preferred_channel" TEXT,
ADD COLUMN     "segment" TEXT,
ADD COLUMN     "segment_basis" JSONB,
ADD COLUMN     "segmented_at" TIMESTAMPTZ(3),
ADD COLUMN     "service_score" DOUBLE PRECISION,
ADD COLUMN     "service_scores" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'active';

-- AlterTable
ALTER TABLE "service_facts" ADD COLUMN     "amount_minor" BIGINT,
ADD COLUMN     "category" TEXT,
ADD COLUMN     "currency" TEXT,
ADD COLUMN     "label" TEXT,
ADD COLUMN     "severity" TEXT,
ADD COLUMN     "station" TEXT,
ADD COLUMN     "subject_id" TEXT;

-- CreateTable
CREATE TABLE "contact_people" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "job_title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "interests" TEXT,
    "relationship" TEXT,
    "birthday_on" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "text_version" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_notes" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_merges" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "into_id" TEXT NOT NULL,
    "factor" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_merges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasures" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "hashes" TEXT[],
    "counts" JSONB NOT NULL,
    "kept" JSONB NOT NULL,
    "requested_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaints" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "identity_id" TEXT,
    "customer_id" TEXT,
    "verified_level" INTEGER NOT NULL,
    "shipment_id" TEXT,
    "tracking_number" TEXT,
    "description" TEXT NOT NULL,
    "remedy_sought" TEXT,
    "contact_phone" TEXT,
    "contact_name" TEXT,
    "praised" TEXT,
    "mood" JSONB NOT NULL,
    "owner" TEXT,
    "team" TEXT,
    "first_response_due_at" TIMESTAMPTZ(3) NOT NULL,
    "resolve_due_at" TIMESTAMPTZ(3) NOT NULL,
    "statutory_due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_alarm_at" TIMESTAMPTZ(3),
    "first_responded_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "paused_ms" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "contact_count" INTEGER NOT NULL DEFAULT 1,
    "reopen_count" INTEGER NOT NULL DEFAULT 0,
    "remedy" JSONB,
    "resolution" TEXT,
    "root_cause" TEXT,
    "station" TEXT,
    "corrective_action" TEXT,
    "duplicate_of" TEXT,
    "incident" TEXT,
    "open_key" TEXT,
    "last_seq" INTEGER NOT NULL,
    "last_hash" TEXT NOT NULL,
    "is_legal_hold" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint_events" (
    "complaint_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "data" JSONB NOT NULL,
    "words" TEXT,
    "salt" TEXT,
    "words_digest" TEXT,
    "idempotency_key" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "complaint_events_pkey" PRIMARY KEY ("complaint_id","seq")
);

-- CreateTable
CREATE TABLE "complaint_files" (
    "complaint_id" TEXT NOT NULL,
    "upload_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_files_pkey" PRIMARY KEY ("complaint_id","upload_id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "station" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "complaint_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "complaint_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "value_currency" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "offered_minor" BIGINT,
    "offered_currency" TEXT,
    "offered_by" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_people_customer_id_idx" ON "contact_people"("customer_id");

-- CreateIndex
CREATE INDEX "consents_customer_id_purpose_at_idx" ON "consents"("customer_id", "purpose", "at" DESC);

-- CreateIndex
CREATE INDEX "customer_notes_customer_id_at_idx" ON "customer_notes"("customer_id", "at" DESC);

-- CreateIndex
CREATE INDEX "customer_merges_from_id_idx" ON "customer_merges"("from_id");

-- CreateIndex
CREATE INDEX "customer_merges_into_id_idx" ON "customer_merges"("into_id");

-- CreateIndex
CREATE UNIQUE INDEX "erasures_reference_key" ON "erasures"("reference");

-- CreateIndex
CREATE INDEX "erasures_hashes_idx" ON "erasures" USING GIN ("hashes");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_reference_key" ON "complaints"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_idempotency_key_key" ON "complaints"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_open_key_key" ON "complaints"("open_key");

-- CreateIndex
CREATE INDEX "complaints_updated_at_id_idx" ON "complaints"("updated_at", "id");

-- CreateIndex
CREATE INDEX "complaints_status_updated_at_id_idx" ON "complaints"("status", "updated_at", "id");

-- CreateIndex
CREATE INDEX "complaints_status_resolve_due_at_id_idx" ON "complaints"("status", "resolve_due_at", "id");

-- CreateIndex
CREATE INDEX "complaints_owner_updated_at_id_idx" ON "complaints"("owner", "updated_at", "id");

-- CreateIndex
CREATE INDEX "complaints_owner_status_resolve_due_at_id_idx" ON "complaints"("owner", "status", "resolve_due_at", "id");

-- CreateIndex
CREATE INDEX "complaints_team_status_resolve_due_at_id_idx" ON "complaints"("team", "status", "resolve_due_at", "id");

-- CreateIndex
CREATE INDEX "complaints_next_alarm_at_id_idx" ON "complaints"("next_alarm_at", "id");

-- CreateIndex
CREATE INDEX "complaints_customer_id_created_at_idx" ON "complaints"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "complaints_identity_id_created_at_idx" ON "complaints"("identity_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "complaints_conversation_id_idx" ON "complaints"("conversation_id");

-- CreateIndex
CREATE INDEX "complaints_shipment_id_category_created_at_idx" ON "complaints"("shipment_id", "category", "created_at" DESC);

-- CreateIndex
CREATE INDEX "complaints_station_category_created_at_idx" ON "complaints"("station", "category", "created_at" DESC);

-- CreateIndex
CREATE INDEX "complaints_tracking_number_idx" ON "complaints"("tracking_number");

-- CreateIndex
CREATE INDEX "complaint_events_at_idx" ON "complaint_events" USING BRIN ("at");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_events_idempotency_key_complaint_id_key" ON "complaint_events"("idempotency_key", "complaint_id");

-- CreateIndex
CREATE INDEX "complaint_files_upload_id_idx" ON "complaint_files"("upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_reference_key" ON "incidents"("reference");

-- CreateIndex
CREATE INDEX "incidents_station_category_began_at_idx" ON "incidents"("station", "category", "began_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "claims_idempotency_key_key" ON "claims"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "claims_complaint_id_key" ON "claims"("complaint_id");

-- CreateIndex
CREATE INDEX "claims_status_updated_at_idx" ON "claims"("status", "updated_at");

-- CreateIndex
CREATE INDEX "callback_requests_customer_id_created_at_idx" ON "callback_requests"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "contacts_value_idx" ON "contacts" USING SPGIST ("value");

-- CreateIndex
CREATE INDEX "customers_status_updated_at_id_idx" ON "customers"("status", "updated_at", "id");

-- CreateIndex
CREATE INDEX "customers_segment_updated_at_id_idx" ON "customers"("segment", "updated_at", "id");

-- CreateIndex
CREATE INDEX "customers_merged_into_id_idx" ON "customers"("merged_into_id");

-- CreateIndex
CREATE INDEX "customers_name_idx" ON "customers" USING SPGIST ("name");

-- CreateIndex
CREATE INDEX "customers_external_id_idx" ON "customers" USING SPGIST ("external_id");

-- CreateIndex
CREATE INDEX "outbox_created_at_idx" ON "outbox" USING BRIN ("created_at");

-- CreateIndex
CREATE INDEX "service_facts_subject_id_idx" ON "service_facts"("subject_id");

-- CreateIndex
CREATE INDEX "uploads_created_at_idx" ON "uploads"("created_at");

-- AddForeignKey
ALTER TABLE "contact_people" ADD CONSTRAINT "contact_people_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_events" ADD CONSTRAINT "complaint_events_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_files" ADD CONSTRAINT "complaint_files_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint_files" ADD CONSTRAINT "complaint_files_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints"("id") ON DELETE CASCADE ON UPDATE CASCADE;


