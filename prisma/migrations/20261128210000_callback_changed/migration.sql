-- When the customer last changed the phone or the note of a call-back request.
ALTER TABLE "callback_requests" ADD COLUMN "changed_at" TIMESTAMPTZ(3);
