-- CreateEnum
CREATE TYPE "emergency_step_type" AS ENUM ('WARNED', 'ACTIVATED', 'RAISED', 'LOWERED', 'ENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "emergency_scale" AS ENUM ('WARNING', 'RESPONSE');

-- CreateTable
CREATE TABLE "emergency_event" (
    "edition_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hazard" TEXT,
    "event_class" TEXT,
    "grade" "event_grade",
    "county" TEXT,
    "plan" TEXT,
    "plan_number" TEXT,
    "hotline" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "place_codes" TEXT[],

    CONSTRAINT "emergency_event_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "emergency_step" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "type" "emergency_step_type" NOT NULL,
    "scale" "emergency_scale",
    "warning_level" "warning_level",
    "response_level" "response_level",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "places" TEXT[],
    "matter" TEXT,
    "measures" TEXT[],
    "issuer" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "emergency_step_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "emergency_period" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "scale" "emergency_scale" NOT NULL,
    "warning_level" "warning_level",
    "response_level" "response_level",
    "rank" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "places" TEXT[],
    "place_codes" TEXT[],
    "matter" TEXT,
    "measures" TEXT[],
    "issuer" TEXT,

    CONSTRAINT "emergency_period_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "emergency_event_started_at_idx" ON "emergency_event"("started_at");

-- AddForeignKey
ALTER TABLE "emergency_event" ADD CONSTRAINT "emergency_event_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_step" ADD CONSTRAINT "emergency_step_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_event"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_period" ADD CONSTRAINT "emergency_period_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "emergency_event"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of a published edition never change.
SELECT gk_guard_rows('emergency_event');
SELECT gk_guard_rows('emergency_step');
SELECT gk_guard_rows('emergency_period');

-- What is in force at an instant, now or then, is one look into this index.
CREATE INDEX emergency_period_in_force ON emergency_period USING gist (tstzrange(since, ends_at));
-- The next change that is known already.
CREATE INDEX emergency_period_since ON emergency_period (since);
CREATE INDEX emergency_period_ends_at ON emergency_period (ends_at) WHERE ends_at IS NOT NULL;
