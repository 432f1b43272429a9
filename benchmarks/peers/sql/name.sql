-- The name: the customer, the line of history, and the row by which it is searched. $1 tenant, $2 number of the customer, $3 new last name, $4 key.
WITH stored AS (
  SELECT customer.*
  FROM customer_keys AS key JOIN customers AS customer ON customer.tenant_id = key.tenant_id AND customer.id = key.customer_id
  WHERE key.tenant_id = $1::uuid AND key.kind = 'ref:trillet' AND key.value = 'conversation' || $2::text
), written AS (
  UPDATE customers AS customer
  SET version = customer.version + 1, updated_at = clock_timestamp(),
    data = jsonb_set(customer.data, '{name}', jsonb_build_object('full', 'Ann ' || $3::text, 'first', 'Ann', 'last', $3::text))
  FROM stored
  WHERE customer.tenant_id = stored.tenant_id AND customer.id = stored.id
  RETURNING customer.*, stored.data AS before
), searched AS (
  UPDATE customer_search AS search
  SET name = 'ann ' || lower($3::text), first_name = 'ann', last_name = lower($3::text),
    text = concat_ws(E'\n', 'ann ' || lower($3::text), search.emails, search.phones), others = concat_ws(E'\n', 'ann', lower($3::text), search.organization)
  FROM written
  WHERE search.tenant_id = written.tenant_id AND search.customer_id = written.id
), logged AS (
  INSERT INTO customer_changes (tenant_id, customer_id, version, at, contract, key_id, request_id, changes, undo)
  SELECT tenant_id, id, version, updated_at, 'trillet', $4::uuid, gen_random_uuid()::text,
    json_build_array(
      json_build_object('field', '/name', 'before', before #> '{name,full}', 'after', 'Ann ' || $3::text),
      json_build_object('field', '/lastName', 'before', before #> '{name,last}', 'after', $3::text)),
    json_build_object('name', before -> 'name')
  FROM written
)
SELECT id, version, created_at, updated_at, data FROM written
