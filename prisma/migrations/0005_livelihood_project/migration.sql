-- CreateEnum
CREATE TYPE "livelihood_type" AS ENUM ('LIVELIHOOD', 'WORK_REPORT');

-- CreateEnum
CREATE TYPE "livelihood_nature" AS ENUM ('CONSTRUCTION', 'SERVICE', 'POLICY');

-- CreateEnum
CREATE TYPE "livelihood_status" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'OVERFULFILLED', 'SUSPENDED', 'CANCELLED', 'CARRIED_OVER');

-- CreateEnum
CREATE TYPE "livelihood_pace" AS ENUM ('AHEAD', 'ON', 'BEHIND');

-- CreateTable
CREATE TABLE "livelihood_project" (
    "edition_id" UUID NOT NULL,
    "type" "livelihood_type" NOT NULL,
    "year" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "number" INTEGER,
    "name" TEXT NOT NULL,
    "category" TEXT,
    "category_word" TEXT,
    "nature" "livelihood_nature",
    "content" TEXT,
    "target" TEXT,
    "location" TEXT,
    "leader" TEXT,
    "started_on" DATE,
    "due_word" TEXT,
    "due_on" DATE,
    "completed_on" DATE,
    "acceptance" TEXT,
    "total_investment" BIGINT,
    "planned_investment" BIGINT,
    "fund_sources" TEXT,
    "measures" TEXT,
    "steps" TEXT,
    "responsibilities" TEXT,
    "supervision" TEXT,
    "satisfied" INTEGER,
    "mostly_satisfied" INTEGER,
    "dissatisfied" INTEGER,
    "status" "livelihood_status",
    "pace" "livelihood_pace",
    "status_word" TEXT,
    "completion_rate" DECIMAL(18,6),
    "published_rate" DECIMAL(18,6),
    "invested" BIGINT,
    "last_period" TEXT,
    "last_period_end" DATE,
    "town_codes" TEXT[],
    "town_keys" TEXT[],
    "lead_id" UUID,

    CONSTRAINT "livelihood_project_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "livelihood_target" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "quantity" DECIMAL(18,6) NOT NULL,
    "unit" TEXT,

    CONSTRAINT "livelihood_target_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_unit" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "organization_id" UUID,

    CONSTRAINT "livelihood_unit_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_place" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "written" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "village" TEXT,
    "code" VARCHAR(12),

    CONSTRAINT "livelihood_place_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_milestone" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due_word" TEXT,
    "due_on" DATE,
    "done_on" DATE,

    CONSTRAINT "livelihood_milestone_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_fund" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "planned" BIGINT,
    "paid" BIGINT,

    CONSTRAINT "livelihood_fund_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_progress" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "status" "livelihood_status",
    "pace" "livelihood_pace",
    "status_word" TEXT,
    "quantity" DECIMAL(18,6),
    "unit" TEXT,
    "rate" DECIMAL(18,6),
    "invested" BIGINT,
    "invested_rate" DECIMAL(18,6),
    "progress" TEXT,
    "results" TEXT,
    "problems" TEXT,
    "next_steps" TEXT,
    "reason" TEXT,

    CONSTRAINT "livelihood_progress_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "livelihood_photo" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "caption" TEXT,
    "taken_on" DATE,

    CONSTRAINT "livelihood_photo_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "livelihood_project_year_type_status_idx" ON "livelihood_project"("year", "type", "status");

-- CreateIndex
CREATE INDEX "livelihood_project_lead_id_idx" ON "livelihood_project"("lead_id");

-- CreateIndex
CREATE INDEX "livelihood_project_due_on_idx" ON "livelihood_project"("due_on");

-- CreateIndex
CREATE INDEX "livelihood_project_town_keys_idx" ON "livelihood_project" USING GIN ("town_keys");

-- CreateIndex
CREATE INDEX "livelihood_project_town_codes_idx" ON "livelihood_project" USING GIN ("town_codes");

-- CreateIndex
CREATE INDEX "livelihood_unit_organization_id_idx" ON "livelihood_unit"("organization_id");

-- CreateIndex
CREATE INDEX "livelihood_place_code_idx" ON "livelihood_place"("code");

-- AddForeignKey
ALTER TABLE "livelihood_project" ADD CONSTRAINT "livelihood_project_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_target" ADD CONSTRAINT "livelihood_target_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_unit" ADD CONSTRAINT "livelihood_unit_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_place" ADD CONSTRAINT "livelihood_place_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_milestone" ADD CONSTRAINT "livelihood_milestone_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_fund" ADD CONSTRAINT "livelihood_fund_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_progress" ADD CONSTRAINT "livelihood_progress_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "livelihood_photo" ADD CONSTRAINT "livelihood_photo_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "livelihood_project"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Guards ---------------------------------------------------------------------------------------------------------------

SELECT gk_guard_rows('livelihood_project');
SELECT gk_guard_rows('livelihood_target');
SELECT gk_guard_rows('livelihood_unit');
SELECT gk_guard_rows('livelihood_place');
SELECT gk_guard_rows('livelihood_milestone');
SELECT gk_guard_rows('livelihood_fund');
SELECT gk_guard_rows('livelihood_progress');
SELECT gk_guard_rows('livelihood_photo');

ALTER TABLE livelihood_project ADD CONSTRAINT livelihood_project_lead_fkey FOREIGN KEY (lead_id) REFERENCES organization (id);
ALTER TABLE livelihood_unit ADD CONSTRAINT livelihood_unit_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE livelihood_place ADD CONSTRAINT livelihood_place_division_fkey FOREIGN KEY (code) REFERENCES division (code);
