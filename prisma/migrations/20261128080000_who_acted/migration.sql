-- AlterTable
ALTER TABLE "customer_merges" ADD COLUMN     "undone_by" TEXT;

-- AlterTable
ALTER TABLE "erasures" ADD COLUMN     "actor" TEXT;
