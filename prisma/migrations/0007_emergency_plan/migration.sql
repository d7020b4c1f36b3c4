-- CreateEnum
CREATE TYPE "plan_level" AS ENUM ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE', 'UNIT');

-- CreateEnum
CREATE TYPE "plan_type" AS ENUM ('GENERAL', 'SPECIAL', 'DEPARTMENT', 'JOINT', 'GRASSROOTS');

-- CreateEnum
CREATE TYPE "event_grade" AS ENUM ('EXTRAORDINARY', 'MAJOR', 'SERIOUS', 'GENERAL');

-- CreateEnum
CREATE TYPE "warning_level" AS ENUM ('RED', 'ORANGE', 'YELLOW', 'BLUE');

-- CreateEnum
CREATE TYPE "response_level" AS ENUM ('I', 'II', 'III', 'IV');

-- CreateTable
CREATE TABLE "emergency_plan" (
    "edition_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "level" "plan_level" NOT NULL,
    "type" "plan_type" NOT NULL,
    "event_class" TEXT,
    "hazard" TEXT,
    "area" TEXT,
    "area_code" VARCHAR(12),
    "number" TEXT,
    "lead_unit" TEXT,
    "lead_unit_id" UUID,
    "is_abridged" BOOLEAN NOT NULL,
    "upper_plan" TEXT,
    "upper_key" TEXT,
    "filed_with" TEXT,
    "filed_on" DATE,
    "last_assessed_on" DATE,
    "review_years" INTEGER NOT NULL,
    "assessment_due_on" DATE,
    "drill_due_on" DATE,
    "revision_reason" TEXT,

    CONSTRAINT "emergency_plan_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "plan_repeal" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "issued_on" DATE,
    "number" TEXT,

    CONSTRAINT "plan_repeal_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_response" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "response_level" NOT NULL,
    "conditions" TEXT[],
    "approver" TEXT,
    "actions" TEXT[],
    "members" TEXT[],

    CONSTRAINT "plan_response_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_grade" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "grade" "event_grade" NOT NULL,
    "criteria" TEXT[],

    CONSTRAINT "plan_grade_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_warning" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "warning_level" NOT NULL,
    "criteria" TEXT[],
    "measures" TEXT[],

    CONSTRAINT "plan_warning_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_chapter" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "plan_chapter_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_phone" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "hours" TEXT,

    CONSTRAINT "plan_phone_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_shelter" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "town" TEXT,
    "village" TEXT,
    "code" VARCHAR(12),
    "address" TEXT,
    "capacity" INTEGER,
    "phone" TEXT,

    CONSTRAINT "plan_shelter_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "plan_drill" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "participants" INTEGER,

    CONSTRAINT "plan_drill_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "emergency_plan_key_idx" ON "emergency_plan"("key");

-- CreateIndex
CREATE INDEX "emergency_plan_hazard_level_idx" ON "emergency_plan"("hazard", "level");

-- CreateIndex
CREATE INDEX "plan_repeal_key_idx" ON "plan_repeal"("key");

-- CreateIndex
CREATE INDEX "plan_shelter_code_idx" ON "plan_shelter"("code");

-- AddForeignKey
ALTER TABLE "emergency_plan" ADD CONSTRAINT "emergency_plan_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_repeal" ADD CONSTRAINT "plan_repeal_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_response" ADD CONSTRAINT "plan_response_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_grade" ADD CONSTRAINT "plan_grade_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_warning" ADD CONSTRAINT "plan_warning_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_chapter" ADD CONSTRAINT "plan_chapter_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_phone" ADD CONSTRAINT "plan_phone_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_shelter" ADD CONSTRAINT "plan_shelter_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_drill" ADD CONSTRAINT "plan_drill_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of a published edition never change.
SELECT gk_guard_rows('emergency_plan');
SELECT gk_guard_rows('plan_repeal');
SELECT gk_guard_rows('plan_response');
SELECT gk_guard_rows('plan_grade');
SELECT gk_guard_rows('plan_warning');
SELECT gk_guard_rows('plan_chapter');
SELECT gk_guard_rows('plan_phone');
SELECT gk_guard_rows('plan_shelter');
SELECT gk_guard_rows('plan_drill');

ALTER TABLE emergency_plan ADD CONSTRAINT emergency_plan_lead_unit_fkey FOREIGN KEY (lead_unit_id) REFERENCES organization (id);
