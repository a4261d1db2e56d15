-- Where messages are posted, and who has the conversation, are the conversation's: they were in the bot's memory, or nowhere.

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN "address" JSONB, ADD COLUMN "assignee_id" TEXT;

-- It stays in the memory, too: a release before this one, running beside it, looks for it there.
UPDATE "conversations" c SET "address" = s."data"->'address' FROM "bot_states" s WHERE s."conversation_id" = c."id" AND s."data" ? 'address';

-- CreateIndex
CREATE INDEX "conversations_assignee_id_mode_idx" ON "conversations"("assignee_id", "mode");
