-- The same rule as before, told without values of whole rows: under load PostgreSQL now and then lost what it knew of the
-- type of the table's rows while a transaction was being committed ("type record is not composite"), and refused it.
CREATE OR REPLACE FUNCTION record_may_be_public() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked uuid;
  own_kind kind;
  own_state publication_state;
  own_locale locale;
BEGIN
  IF TG_ARGV[0] = 'id' THEN
    asked := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    asked := OLD.record_id;
  ELSE
    asked := NEW.record_id;
  END IF;
  SELECT kind, state, source_locale INTO own_kind, own_state, own_locale FROM record WHERE id = asked;
  IF NOT FOUND OR own_state <> 'published' THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM record_text WHERE record_id = asked AND locale = own_locale AND state = 'published';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no published text in %', own_locale
      USING ERRCODE = 'check_violation', CONSTRAINT = 'public_has_text';
  END IF;
  PERFORM 1 FROM fact f JOIN citation c ON c.fact_id = f.id WHERE f.part_id = asked AND f.field = 'all' AND c.agrees;
  IF NOT FOUND AND own_kind <> 'media' THEN
    RAISE EXCEPTION 'no source' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_has_source';
  END IF;
  PERFORM 1 FROM person WHERE id = asked AND consent_level <> 'named';
  IF FOUND THEN
    RAISE EXCEPTION 'person is not public' USING ERRCODE = 'check_violation', CONSTRAINT = 'public_person_agreed';
  END IF;
  RETURN NULL;
END $$;
