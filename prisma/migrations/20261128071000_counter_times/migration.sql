-- AlterTable
ALTER TABLE "counters" ADD COLUMN     "last_at" TIMESTAMPTZ(3);
