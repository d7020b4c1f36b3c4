-- CreateEnum
CREATE TYPE "budget_stage" AS ENUM ('BUDGET', 'ADJUSTMENT', 'EXECUTION', 'FINAL_ACCOUNTS');

-- CreateEnum
CREATE TYPE "budget_level" AS ENUM ('COUNTY_TOTAL', 'COUNTY_OWN', 'TOWN', 'DEPARTMENT', 'UNIT');

-- CreateEnum
CREATE TYPE "budget_table_state" AS ENUM ('FILLED', 'EMPTY_WITH_STATEMENT', 'EMPTY');

-- AlterTable
ALTER TABLE "finding" ADD COLUMN     "sheet" TEXT;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "is_packed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "budget" (
    "edition_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "stage" "budget_stage" NOT NULL,
    "level" "budget_level" NOT NULL,
    "body" TEXT NOT NULL,
    "organization_id" UUID,
    "approved_on" DATE,
    "disclosed_on" DATE,
    "narrative" TEXT,
    "line_count" INTEGER NOT NULL,
    "lines_digest" TEXT NOT NULL,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "budget_table" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sheet" TEXT,
    "state" "budget_table_state" NOT NULL,
    "statement" TEXT,
    "level" "budget_level" NOT NULL,
    "unit" TEXT NOT NULL,
    "scale" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,

    CONSTRAINT "budget_table_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "table_position" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "level" "budget_level" NOT NULL,
    "row" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "depth" INTEGER,
    "is_part" BOOLEAN NOT NULL,
    "component" TEXT NOT NULL,
    "economic_code" TEXT,
    "body" TEXT,
    "day" DATE,
    "prior" BIGINT,
    "approved" BIGINT,
    "adjusted" BIGINT,
    "executed" BIGINT,
    "final" BIGINT,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "population" (
    "division_code" VARCHAR(12) NOT NULL,
    "year" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,

    CONSTRAINT "population_pkey" PRIMARY KEY ("division_code","year")
);

-- CreateIndex
CREATE INDEX "budget_organization_id_fiscal_year_idx" ON "budget"("organization_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "budget_fiscal_year_stage_level_idx" ON "budget"("fiscal_year", "stage", "level");

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_table" ADD CONSTRAINT "budget_table_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "budget"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "budget"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Guards ---------------------------------------------------------------------------------------------------------------

ALTER TABLE attachment DROP CONSTRAINT attachment_size,
  ADD CONSTRAINT attachment_size CHECK (is_packed OR octet_length(content) <= size);

SELECT gk_guard_rows('budget');
SELECT gk_guard_rows('budget_table');
SELECT gk_guard_rows('budget_line');

ALTER TABLE budget ADD CONSTRAINT budget_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE population ADD CONSTRAINT population_division_fkey FOREIGN KEY (division_code) REFERENCES division (code);

-- Reads ----------------------------------------------------------------------------------------------------------------

-- Sums over many reports: one table, one component, one level of the classification. All that is added up stands in the
-- index, so that ten years of every department are read from it alone.
CREATE INDEX budget_line_totals ON budget_line (form, component, depth, code)
  INCLUDE (edition_id, level, economic_code, prior, approved, adjusted, executed, final);
