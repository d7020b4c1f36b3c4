-- CreateEnum
CREATE TYPE "division_level" AS ENUM ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE');

-- CreateEnum
CREATE TYPE "organization_type" AS ENUM ('GOVERNMENT', 'OFFICE', 'DEPARTMENT', 'PARTY_ORGAN', 'INSTITUTION', 'BRANCH', 'TOWN', 'OTHER_STATE_ORGAN', 'COLLECTIVE');

-- CreateEnum
CREATE TYPE "edition_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'CORRECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "edition_reason" AS ENUM ('FIRST', 'UPDATE', 'CORRECTION', 'REPUBLICATION');

-- CreateEnum
CREATE TYPE "disclosure_attribute" AS ENUM ('PROACTIVE', 'ON_REQUEST', 'WITHHELD');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('ERROR', 'WARNING', 'NOTICE');

-- CreateEnum
CREATE TYPE "attachment_role" AS ENUM ('SOURCE', 'ATTACHMENT');

-- CreateEnum
CREATE TYPE "event_type" AS ENUM ('STAGED', 'DISCARDED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "article_level" AS ENUM ('PART', 'POINT', 'ARTICLE', 'PARAGRAPH');

-- CreateEnum
CREATE TYPE "relation_type" AS ENUM ('BASED_ON', 'CITES', 'IMPLEMENTS', 'CARRIES', 'FORWARDS', 'AMENDS', 'REPEALS', 'SUPERSEDES', 'INTERPRETS', 'DRAFT_OF', 'DECISION_OF', 'CORRECTS');

-- CreateTable
CREATE TABLE "division" (
    "code" VARCHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "level" "division_level" NOT NULL,
    "parent_code" VARCHAR(12),
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_code" VARCHAR(12),

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "code" VARCHAR(18),
    "name" TEXT NOT NULL,
    "type" "organization_type" NOT NULL,
    "division_code" VARCHAR(12) NOT NULL,
    "parent_id" UUID,
    "vertical_parent_id" UUID,
    "successor_id" UUID,
    "valid_from" DATE,
    "valid_to" DATE,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_name" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_official" BOOLEAN NOT NULL,
    "division_code" VARCHAR(12) NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "organization_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "index_number" TEXT,
    "identity" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "edition_state" NOT NULL,
    "reason" "edition_reason" NOT NULL,
    "change_note" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "attribute" "disclosure_attribute",
    "ground" TEXT,
    "ground_reason" TEXT,
    "publisher_id" UUID NOT NULL,
    "topic" TEXT,
    "subtopic" TEXT,
    "event_classes" TEXT[],
    "formed_on" DATE,
    "printed_on" DATE,
    "effective_from" DATE,
    "effective_to" DATE,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "digest" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title_words" tsvector,
    "words" tsvector,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "row" INTEGER,
    "column" TEXT,
    "message_zh" TEXT NOT NULL,
    "message_en" TEXT NOT NULL,
    "remedy_zh" TEXT,
    "remedy_en" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "attachment_role" NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "timepoint" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" "event_type" NOT NULL,
    "kind" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "previous_id" UUID,
    "actor" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("timepoint")
);

-- CreateTable
CREATE TABLE "index_counter" (
    "code" VARCHAR(18) NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "index_counter_pkey" PRIMARY KEY ("code","year")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "regulatory_document" (
    "edition_id" UUID NOT NULL,
    "number_written" TEXT,
    "number" TEXT,
    "issuer_code" TEXT,
    "year" INTEGER,
    "sequence" INTEGER,
    "registration" TEXT,
    "genre" TEXT NOT NULL,
    "instrument_title" TEXT,
    "instrument_genre" TEXT,
    "title_key" TEXT NOT NULL,
    "addressees" TEXT,
    "annotation" TEXT,
    "copied_to" TEXT[],
    "text" TEXT NOT NULL,

    CONSTRAINT "regulatory_document_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "regulatory_document_issuer" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "written_name" TEXT NOT NULL,
    "organization_id" UUID,

    CONSTRAINT "regulatory_document_issuer_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "parent" INTEGER,
    "level" "article_level" NOT NULL,
    "marker" TEXT NOT NULL,
    "number" INTEGER,
    "path" TEXT NOT NULL,
    "heading" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "written_name" TEXT NOT NULL,
    "organization_id" UUID,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("article_id","position")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "type" "relation_type" NOT NULL,
    "target_number" TEXT,
    "target_title" TEXT,
    "target_key" TEXT NOT NULL,
    "article" INTEGER,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "division_parent_code_idx" ON "division"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "organization_code_key" ON "organization"("code");

-- CreateIndex
CREATE INDEX "organization_parent_id_idx" ON "organization"("parent_id");

-- CreateIndex
CREATE INDEX "organization_division_code_idx" ON "organization"("division_code");

-- CreateIndex
CREATE INDEX "organization_name_name_division_code_idx" ON "organization_name"("name", "division_code");

-- CreateIndex
CREATE INDEX "organization_name_organization_id_idx" ON "organization_name"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_index_number_key" ON "document"("index_number");

-- CreateIndex
CREATE UNIQUE INDEX "document_kind_organization_id_identity_key" ON "document"("kind", "organization_id", "identity");

-- CreateIndex
CREATE INDEX "edition_words" ON "edition" USING GIN ("words");

-- CreateIndex
CREATE INDEX "edition_title_words" ON "edition" USING GIN ("title_words");

-- CreateIndex
CREATE UNIQUE INDEX "edition_document_id_number_key" ON "edition"("document_id", "number");

-- CreateIndex
CREATE INDEX "finding_edition_id_idx" ON "finding"("edition_id");

-- CreateIndex
CREATE INDEX "attachment_edition_id_idx" ON "attachment"("edition_id");

-- CreateIndex
CREATE INDEX "event_document_id_idx" ON "event"("document_id");

-- CreateIndex
CREATE INDEX "regulatory_document_number_idx" ON "regulatory_document"("number");

-- CreateIndex
CREATE INDEX "regulatory_document_title_key_idx" ON "regulatory_document"("title_key");

-- CreateIndex
CREATE UNIQUE INDEX "article_edition_id_position_key" ON "article"("edition_id", "position");

-- CreateIndex
CREATE INDEX "responsibility_organization_id_idx" ON "responsibility"("organization_id");

-- CreateIndex
CREATE INDEX "relation_edition_id_idx" ON "relation"("edition_id");

-- CreateIndex
CREATE INDEX "relation_target_key_type_idx" ON "relation"("target_key", "type");

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_successor_code_fkey" FOREIGN KEY ("successor_code") REFERENCES "division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_vertical_parent_id_fkey" FOREIGN KEY ("vertical_parent_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_name" ADD CONSTRAINT "organization_name_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regulatory_document" ADD CONSTRAINT "regulatory_document_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regulatory_document_issuer" ADD CONSTRAINT "regulatory_document_issuer_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulatory_document"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulatory_document"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "regulatory_document"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;
