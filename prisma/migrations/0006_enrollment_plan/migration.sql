-- CreateEnum
CREATE TYPE "enrollment_stage" AS ENUM ('PRIMARY', 'JUNIOR');

-- CreateTable
CREATE TABLE "enrollment_plan" (
    "edition_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "stage" "enrollment_stage" NOT NULL,
    "born_from" DATE,
    "born_to" DATE,
    "policy" TEXT,
    "policy_number" TEXT,
    "implementation" TEXT,
    "detailed_rules" TEXT,
    "hotline" TEXT,
    "complaints" TEXT,
    "rules" TEXT,

    CONSTRAINT "enrollment_plan_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "enrollment_school" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "code" TEXT,
    "nature" TEXT NOT NULL,
    "type" TEXT,
    "town" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "licence" TEXT,
    "capacity" INTEGER,
    "classes" INTEGER,
    "places" INTEGER,
    "boarding" BOOLEAN,
    "method" TEXT,
    "registered" INTEGER,
    "admitted" INTEGER,

    CONSTRAINT "enrollment_school_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "enrollment_area" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "place_key" TEXT NOT NULL,
    "town" TEXT,
    "division_code" TEXT,
    "parity" TEXT NOT NULL,
    "door_from" INTEGER,
    "door_to" INTEGER,
    "clause" TEXT,
    "schools" INTEGER[],

    CONSTRAINT "enrollment_area_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "enrollment_category" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "conditions" TEXT[],
    "materials" TEXT[],
    "clause" TEXT,

    CONSTRAINT "enrollment_category_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "enrollment_step" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "enrollment_step_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "enrollment_plan_stage_year_idx" ON "enrollment_plan"("stage", "year");

-- CreateIndex
CREATE INDEX "enrollment_area_edition_id_place_key_idx" ON "enrollment_area"("edition_id", "place_key");

-- CreateIndex
CREATE INDEX "enrollment_area_edition_id_division_code_idx" ON "enrollment_area"("edition_id", "division_code");

-- AddForeignKey
ALTER TABLE "enrollment_plan" ADD CONSTRAINT "enrollment_plan_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_school" ADD CONSTRAINT "enrollment_school_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "enrollment_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_area" ADD CONSTRAINT "enrollment_area_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "enrollment_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_category" ADD CONSTRAINT "enrollment_category_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "enrollment_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_step" ADD CONSTRAINT "enrollment_step_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "enrollment_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of a published edition never change.
SELECT gk_guard_rows('enrollment_plan');
SELECT gk_guard_rows('enrollment_school');
SELECT gk_guard_rows('enrollment_area');
SELECT gk_guard_rows('enrollment_category');
SELECT gk_guard_rows('enrollment_step');
