-- CreateEnum
CREATE TYPE "clean_up_decision" AS ENUM ('KEPT', 'AMENDED', 'REPEALED', 'LAPSED');

-- AlterTable
ALTER TABLE "regulatory_document" ADD COLUMN     "lapses_on" DATE,
ADD COLUMN     "rank" TEXT NOT NULL DEFAULT 'POLICY';

-- CreateTable
CREATE TABLE "clean_up_item" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "decision" "clean_up_decision" NOT NULL,
    "target_number" TEXT,
    "target_title" TEXT,
    "target_key" TEXT NOT NULL,

    CONSTRAINT "clean_up_item_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "clean_up_item_target_key_idx" ON "clean_up_item"("target_key");

-- AddForeignKey
ALTER TABLE "clean_up_item" ADD CONSTRAINT "clean_up_item_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulatory_document"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of a published edition never change.
SELECT gk_guard_rows('clean_up_item');
