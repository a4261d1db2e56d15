-- CreateTable
CREATE TABLE "nlu_candidates" (
    "id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "ranking" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "chosen_intent" TEXT,
    "exported_at" TIMESTAMPTZ(3),

    CONSTRAINT "nlu_candidates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "nlu_candidates_occurred_at_idx" ON "nlu_candidates"("occurred_at");


