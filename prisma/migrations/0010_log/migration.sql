-- CreateTable
CREATE TABLE "statement" (
    "edition_id" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "timepoint" BIGINT NOT NULL,
    "event_timepoint" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "leaf_hash" BYTEA NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("timepoint")
);

-- CreateTable
CREATE TABLE "log_hash" (
    "level" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "log_hash_pkey" PRIMARY KEY ("level","position")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_event_timepoint_key" ON "log_entry"("event_timepoint");

-- CreateIndex
CREATE INDEX "edition_digest_idx" ON "edition"("digest");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_event_timepoint_fkey" FOREIGN KEY ("event_timepoint") REFERENCES "event"("timepoint") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a published edition states never changes.
SELECT gk_guard_rows('statement');

-- The log is append-only, whoever asks.
CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION gk_append_only();
CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON log_hash FOR EACH STATEMENT EXECUTE FUNCTION gk_append_only();
CREATE TRIGGER gk_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION gk_append_only();

-- An entry's length is told in 16 bits (https://c2sp.org/tlog-tiles), a hash is one of SHA-256.
ALTER TABLE log_entry
  ADD CONSTRAINT log_entry_timepoint_positive CHECK (timepoint > 0),
  ADD CONSTRAINT log_entry_body_length CHECK (octet_length(body) BETWEEN 1 AND 65535),
  ADD CONSTRAINT log_entry_leaf_hash_length CHECK (octet_length(leaf_hash) = 32);
ALTER TABLE log_hash ADD CONSTRAINT log_hash_complete CHECK (level > 0 AND position >= 0 AND octet_length(hash) = 32);
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_complete CHECK (size >= 0 AND octet_length(root) = 32);
