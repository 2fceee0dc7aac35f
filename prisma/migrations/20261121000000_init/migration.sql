-- Extensions by hand: Prisma's schema does not list them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS earthdistance;

-- unaccent() is only STABLE; an index needs an IMMUTABLE function with its dictionary named.
CREATE FUNCTION immutable_unaccent(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN public.unaccent('public.unaccent'::regdictionary, $1);

-- CreateTable
CREATE TABLE "territory" (
    "id" UUID NOT NULL,
    "departement_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "help_phone" TEXT NOT NULL,
    "help_hours" TEXT NOT NULL,
    "brand_color" TEXT,
    "sender_name" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "settings" JSONB NOT NULL,

    CONSTRAINT "territory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commune" (
    "insee_code" TEXT NOT NULL,
    "departement_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "postal_codes" TEXT[],
    "former_names" TEXT[],
    "population" INTEGER NOT NULL,
    "epci_code" TEXT,
    "epci_name" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "is_approximate" BOOLEAN NOT NULL,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("insee_code")
);

-- CreateTable
CREATE TABLE "occupation" (
    "rome_code" TEXT NOT NULL,
    "parent_code" TEXT NOT NULL,
    "domain_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "plain_label" TEXT NOT NULL,
    "synonyms" TEXT[],
    "near" TEXT[],
    "skills" TEXT[],

    CONSTRAINT "occupation_pkey" PRIMARY KEY ("rome_code")
);

-- CreateTable
CREATE TABLE "appellation" (
    "ogr" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "rome_code" TEXT NOT NULL,
    "is_main" BOOLEAN NOT NULL,

    CONSTRAINT "appellation_pkey" PRIMARY KEY ("ogr")
);

-- CreateTable
CREATE TABLE "skill" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "licence" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "licence_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "channel" TEXT NOT NULL,
    "monthly_solicitations" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "suspension_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "siret" TEXT,
    "rna" TEXT,
    "activity" TEXT,
    "commune_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("account_id","organisation_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "commune_code" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "projects" JSONB NOT NULL,
    "is_open_to_any_occupation" BOOLEAN NOT NULL,
    "kinds" TEXT[],
    "contracts" TEXT[],
    "slots" TEXT[],
    "available_from" DATE,
    "travel_means" TEXT NOT NULL,
    "travel_max_km" DOUBLE PRECISION,
    "travel_max_minutes" INTEGER,
    "limit_km" DOUBLE PRECISION NOT NULL,
    "licences" TEXT[],
    "skills" TEXT[],
    "languages" TEXT[],
    "eligible_publics" TEXT[],
    "visibility" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "organisation_id" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "occupation_code" TEXT,
    "description" TEXT NOT NULL,
    "commune_code" TEXT NOT NULL,
    "address" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "positions" INTEGER NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "hours_per_week" DOUBLE PRECISION,
    "slots" TEXT[],
    "pay" TEXT,
    "licences" TEXT[],
    "skills" TEXT[],
    "experience" TEXT NOT NULL,
    "is_reachable_by_transit" BOOLEAN NOT NULL,
    "has_collective_pickup" BOOLEAN NOT NULL,
    "has_lodging" BOOLEAN NOT NULL,
    "is_disability_friendly" BOOLEAN NOT NULL,
    "reply_delay_days" INTEGER NOT NULL,
    "details" JSONB NOT NULL,
    "flags" TEXT[],
    "source" TEXT,
    "source_id" TEXT,
    "source_url" TEXT,
    "source_organisation_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_change" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "reason" TEXT,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "scoring_version" TEXT NOT NULL,
    "score_tenths" INTEGER NOT NULL,
    "distance_km" DOUBLE PRECISION NOT NULL,
    "criteria" JSONB NOT NULL,
    "missing" TEXT[],
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "is_top_for_offer" BOOLEAN NOT NULL,
    "is_top_for_profile" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_change" (
    "id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "reason" TEXT,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "organisation_id" UUID,
    "territory_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "match_id" UUID,
    "state" TEXT NOT NULL,
    "sentence" TEXT,
    "refusal_reason" TEXT,
    "is_reason_shared" BOOLEAN NOT NULL DEFAULT false,
    "interview_at" TIMESTAMPTZ(3),
    "promised_on" DATE NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_change" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "reason" TEXT,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "provider_id" TEXT,
    "segments" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_link" (
    "token_hash" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "answer_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "local_delivery" (
    "id" UUID NOT NULL,
    "client_reference" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "subject" TEXT,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "segments" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "local_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "territory_departement_code_key" ON "territory"("departement_code");

-- CreateIndex
CREATE INDEX "commune_departement_code_idx" ON "commune"("departement_code");

-- CreateIndex
CREATE INDEX "commune_search_name_idx" ON "commune"("search_name");

-- CreateIndex
CREATE INDEX "appellation_rome_code_idx" ON "appellation"("rome_code");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_key" ON "account"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_territory_id_role_idx" ON "account"("territory_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_siret_key" ON "organisation"("siret");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_rna_key" ON "organisation"("rna");

-- CreateIndex
CREATE INDEX "organisation_territory_id_state_idx" ON "organisation"("territory_id", "state");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_code_account_id_created_at_idx" ON "sign_in_code"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "profile_account_id_key" ON "profile"("account_id");

-- CreateIndex
CREATE INDEX "profile_territory_id_idx" ON "profile"("territory_id");

-- CreateIndex
CREATE INDEX "offer_organisation_id_state_idx" ON "offer"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "offer_territory_id_state_idx" ON "offer"("territory_id", "state");

-- CreateIndex
CREATE INDEX "offer_state_expires_at_idx" ON "offer"("state", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "offer_source_source_id_key" ON "offer"("source", "source_id");

-- CreateIndex
CREATE INDEX "offer_change_offer_id_at_idx" ON "offer_change"("offer_id", "at");

-- CreateIndex
CREATE INDEX "match_profile_id_score_tenths_idx" ON "match"("profile_id", "score_tenths");

-- CreateIndex
CREATE INDEX "match_territory_id_state_idx" ON "match"("territory_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "match_offer_id_profile_id_key" ON "match"("offer_id", "profile_id");

-- CreateIndex
CREATE INDEX "match_change_match_id_at_idx" ON "match_change"("match_id", "at");

-- CreateIndex
CREATE INDEX "application_offer_id_profile_id_idx" ON "application"("offer_id", "profile_id");

-- CreateIndex
CREATE INDEX "application_organisation_id_state_idx" ON "application"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "application_profile_id_state_idx" ON "application"("profile_id", "state");

-- CreateIndex
CREATE INDEX "application_state_promised_on_idx" ON "application"("state", "promised_on");

-- CreateIndex
CREATE INDEX "application_change_application_id_at_idx" ON "application_change"("application_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_sequence_key" ON "outbox_event"("sequence");

-- CreateIndex
CREATE INDEX "message_account_id_kind_created_at_idx" ON "message"("account_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "message_state_send_after_idx" ON "message"("state", "send_after");

-- CreateIndex
CREATE UNIQUE INDEX "message_event_id_account_id_channel_key" ON "message"("event_id", "account_id", "channel");

-- CreateIndex
CREATE INDEX "answer_link_match_id_idx" ON "answer_link"("match_id");

-- CreateIndex
CREATE UNIQUE INDEX "local_delivery_client_reference_key" ON "local_delivery"("client_reference");

-- CreateIndex
CREATE INDEX "local_delivery_sent_at_idx" ON "local_delivery"("sent_at");

-- AddForeignKey
ALTER TABLE "appellation" ADD CONSTRAINT "appellation_rome_code_fkey" FOREIGN KEY ("rome_code") REFERENCES "occupation"("rome_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_code" ADD CONSTRAINT "sign_in_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_occupation_code_fkey" FOREIGN KEY ("occupation_code") REFERENCES "occupation"("rome_code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("insee_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_change" ADD CONSTRAINT "offer_change_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_change" ADD CONSTRAINT "match_change_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_change" ADD CONSTRAINT "application_change_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Closed lists, checked where the rows live.
ALTER TABLE account ADD CONSTRAINT account_reachable CHECK (phone IS NOT NULL OR email IS NOT NULL);
ALTER TABLE account ADD CONSTRAINT account_status CHECK (status IN ('active', 'suspended'));
ALTER TABLE account ADD CONSTRAINT account_channel CHECK (channel IN ('sms', 'email', 'none'));
ALTER TABLE organisation ADD CONSTRAINT organisation_state CHECK (state IN ('pending', 'verified', 'closed'));
ALTER TABLE offer ADD CONSTRAINT offer_kind CHECK (kind IN ('job', 'clause', 'seasonal', 'volunteering'));
ALTER TABLE offer ADD CONSTRAINT offer_state CHECK (state IN ('draft', 'in_review', 'published', 'suspended', 'filled', 'expired', 'withdrawn', 'refused'));
ALTER TABLE offer ADD CONSTRAINT offer_position CHECK ((latitude IS NULL) = (longitude IS NULL));
ALTER TABLE match ADD CONSTRAINT match_state CHECK (state IN ('proposed', 'set_aside', 'approved', 'notified', 'interested', 'declined', 'applied'));
ALTER TABLE match ADD CONSTRAINT match_score CHECK (score_tenths BETWEEN 0 AND 1000);
ALTER TABLE application ADD CONSTRAINT application_state CHECK (state IN ('sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool', 'hired', 'refused', 'withdrawn', 'obsolete', 'unanswered'));
ALTER TABLE message ADD CONSTRAINT message_state CHECK (state IN ('queued', 'accepted', 'delivered', 'soft_bounce', 'hard_bounce', 'blocked', 'invalid', 'error', 'unknown', 'cancelled'));

-- One live application a person and offer: a double click or two tabs cannot make two.
CREATE UNIQUE INDEX application_live ON application (offer_id, profile_id)
  WHERE state IN ('sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool', 'hired');

-- The relay looks for what is not yet relayed, never for "greater than the last id".
CREATE INDEX outbox_event_waiting ON outbox_event (sequence) WHERE relayed_at IS NULL;

-- A sleeping relay is woken when a transaction with facts commits.
CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_event_inserted AFTER INSERT ON outbox_event
  FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();
