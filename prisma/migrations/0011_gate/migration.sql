-- CreateEnum
CREATE TYPE "review_result" AS ENUM ('PASSED', 'REFUSED');

-- CreateEnum
CREATE TYPE "release_state" AS ENUM ('PENDING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "audit_outcome" AS ENUM ('ALLOWED', 'REFUSED', 'FAILED');

-- AlterEnum

ALTER TYPE "event_type" ADD VALUE 'SUBMITTED';
ALTER TYPE "event_type" ADD VALUE 'RETURNED';
ALTER TYPE "event_type" ADD VALUE 'REVIEWED';
ALTER TYPE "event_type" ADD VALUE 'CLEARED';
ALTER TYPE "event_type" ADD VALUE 'SIGNED_OFF';
ALTER TYPE "event_type" ADD VALUE 'APPROVED';
ALTER TYPE "event_type" ADD VALUE 'SCHEDULED';
ALTER TYPE "event_type" ADD VALUE 'UNSCHEDULED';
ALTER TYPE "event_type" ADD VALUE 'SEALED';

-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "author" TEXT,
ADD COLUMN     "ground_decider" TEXT,
ADD COLUMN     "reassess_on" DATE,
ADD COLUMN     "release_id" UUID,
ADD COLUMN     "scanned_at" TIMESTAMPTZ(3),
ADD COLUMN     "sealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "upstream_at" TIMESTAMPTZ(3),
ADD COLUMN     "upstream_organ" TEXT,
ADD COLUMN     "upstream_url" TEXT;

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reviewer" TEXT NOT NULL,
    "result" "review_result" NOT NULL,
    "basis" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_finding" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "file" TEXT,
    "place_zh" TEXT NOT NULL,
    "place_en" TEXT NOT NULL,
    "shown" TEXT,
    "message_zh" TEXT NOT NULL,
    "message_en" TEXT NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "cleared_by" TEXT,
    "cleared_reason" TEXT,

    CONSTRAINT "gate_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "edition_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by" TEXT,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("edition_id","organization_id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "release_state" NOT NULL,
    "created_by" TEXT NOT NULL,
    "failure" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "roles" TEXT[],
    "organization_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "last_used_on" DATE,

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor" TEXT NOT NULL,
    "token_id" TEXT,
    "remote" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" "audit_outcome" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_edition_id_idx" ON "review"("edition_id");

-- CreateIndex
CREATE INDEX "gate_finding_edition_id_idx" ON "gate_finding"("edition_id");

-- CreateIndex
CREATE INDEX "release_state_at_idx" ON "release"("state", "at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE INDEX "edition_release_id_idx" ON "edition"("release_id");

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_finding" ADD CONSTRAINT "gate_finding_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The guard of editions, with the gate and with sealing (封存). SQLSTATE GK006: the gate is closed.
CREATE OR REPLACE FUNCTION gk_guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.published_at IS NOT NULL THEN
      RAISE EXCEPTION '版本 % 须先存为草稿并写入其内容，再予发布。 Edition % must be stored as a draft with its rows before it is published.', NEW.id, NEW.id
        USING ERRCODE = 'GK001';
    END IF;
    RETURN NEW;
  END IF;

  IF OLD.published_at IS NOT NULL THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION '版本 % 已发布，不可删除；可以撤回。 Edition % is published and cannot be deleted; it can be withdrawn.', OLD.id, OLD.id
        USING ERRCODE = 'GK004';
    END IF;
    SELECT string_agg(was.key, ', ' ORDER BY was.key) INTO changed
      FROM jsonb_each(to_jsonb(OLD)) was JOIN jsonb_each(to_jsonb(NEW)) is_now USING (key)
      WHERE was.value IS DISTINCT FROM is_now.value AND was.key NOT IN ('state', 'published_until', 'sealed_at');
    IF changed IS NOT NULL THEN
      RAISE EXCEPTION '版本 % 已发布，不可更改（%）；请另出新版。 Edition % is published and cannot change (%); publish a new edition.', OLD.id, changed, OLD.id, changed
        USING ERRCODE = 'GK001';
    END IF;
    IF NEW.sealed_at IS DISTINCT FROM OLD.sealed_at AND (OLD.sealed_at IS NOT NULL OR NEW.published_until IS NULL) THEN
      RAISE EXCEPTION '版本 % 须先被替代或撤回才能封存，封存后不可解除。 Edition % must be superseded or withdrawn before it is sealed, and stays sealed.', OLD.id, OLD.id
        USING ERRCODE = 'GK001';
    END IF;
    IF NEW.state <> OLD.state AND NOT (OLD.state = 'PUBLISHED' AND NEW.state IN ('SUPERSEDED', 'CORRECTED', 'WITHDRAWN')) THEN
      RAISE EXCEPTION '已发布的版本 % 不能由 % 变为 %。 Published edition % cannot go from % to %.', OLD.id, OLD.state, NEW.state, OLD.id, OLD.state, NEW.state
        USING ERRCODE = 'GK001';
    END IF;
    IF OLD.published_until IS NOT NULL AND NEW.published_until IS DISTINCT FROM OLD.published_until THEN
      RAISE EXCEPTION '版本 % 的截止时刻已定，不可再改。 The end of edition % is set and cannot change.', OLD.id, OLD.id
        USING ERRCODE = 'GK001';
    END IF;
  ELSIF TG_OP = 'UPDATE' AND NEW.published_at IS NOT NULL THEN
    -- The gate, whoever asks: approved, and reviewed by somebody other than the author. Made-up data (示例) has no author.
    IF NOT NEW.is_sample AND (OLD.state <> 'APPROVED' OR NEW.scanned_at IS NULL
        OR EXISTS (SELECT FROM gate_finding f WHERE f.edition_id = NEW.id AND f.cleared_at IS NULL)
        OR NOT EXISTS (SELECT FROM review r WHERE r.edition_id = NEW.id AND r.result = 'PASSED' AND r.reviewer IS DISTINCT FROM NEW.author)) THEN
      RAISE EXCEPTION '版本 % 未经审签、个人信息检查和他人的保密审查，不能发布。 Edition % cannot be published without approval, the search for personal information and a secrecy review by somebody else.', NEW.id, NEW.id
        USING ERRCODE = 'GK006';
    END IF;
    -- At no instant may two editions of one document have been in force, or "as of" would have two answers.
    IF EXISTS (SELECT FROM edition other
        WHERE other.document_id = NEW.document_id AND other.id <> NEW.id AND other.published_at IS NOT NULL
          AND coalesce(other.published_until, 'infinity') > NEW.published_at) THEN
      RAISE EXCEPTION '文件 % 在 % 仍有另一版有效；请先结束上一版。 Document % has another edition at %; end that one first.', NEW.document_id, NEW.published_at, NEW.document_id, NEW.published_at
        USING ERRCODE = 'GK001';
    END IF;
  END IF;

  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;

-- What was decided before publication stands with it.
SELECT gk_guard_rows('review');
SELECT gk_guard_rows('gate_finding');
SELECT gk_guard_rows('sign_off');

CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION gk_append_only();

-- A revoked token stays revoked, and none is forgotten.
CREATE FUNCTION gk_guard_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL OR TG_OP = 'UPDATE' AND NEW.revoked_at IS NOT DISTINCT FROM OLD.revoked_at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '令牌 % 不可删除，停用后不可恢复。 Token % is never deleted, and never valid again once revoked.', OLD.id, OLD.id
    USING ERRCODE = 'GK002';
END $$;

CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE ON token FOR EACH ROW EXECUTE FUNCTION gk_guard_token();

ALTER TABLE sign_off ADD CONSTRAINT sign_off_organization_fkey FOREIGN KEY (organization_id) REFERENCES organization (id);
ALTER TABLE gate_finding ADD CONSTRAINT gate_finding_cleared CHECK
  ((cleared_at IS NULL) = (cleared_by IS NULL) AND (cleared_at IS NULL) = (cleared_reason IS NULL));
ALTER TABLE edition ADD CONSTRAINT edition_sealed CHECK (sealed_at IS NULL OR published_until IS NOT NULL);
