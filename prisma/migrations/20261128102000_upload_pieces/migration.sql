-- Large files stand in several rows: written and read as one, they held up everybody on the embedded store.

-- CreateTable
CREATE TABLE "upload_pieces" (
    "upload_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "upload_pieces_pkey" PRIMARY KEY ("upload_id","position")
);

-- AddForeignKey
ALTER TABLE "upload_pieces" ADD CONSTRAINT "upload_pieces_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Photos do not get smaller, and a piece of one is read without the rest.
ALTER TABLE "uploads" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "upload_pieces" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
