-- CreateTable
CREATE TABLE "panel_script" (
    "name" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "panel_script_pkey" PRIMARY KEY ("name")
);
