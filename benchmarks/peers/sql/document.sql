-- The job title: the customer and the line of history. $1 tenant, $2 number of the customer, $3 new value, $4 key.
WITH stored AS (
  SELECT customer.*
  FROM customer_keys AS key JOIN customers AS customer ON customer.tenant_id = key.tenant_id AND customer.id = key.customer_id
  WHERE key.tenant_id = $1::uuid AND key.kind = 'ref:helpscout' AND key.value = $2::text
), written AS (
  UPDATE customers AS customer
  SET version = customer.version + 1, updated_at = clock_timestamp(), data = jsonb_set(customer.data, '{jobTitle}', to_jsonb($3::text))
  FROM stored
  WHERE customer.tenant_id = stored.tenant_id AND customer.id = stored.id
  RETURNING customer.*, stored.data AS before
), logged AS (
  INSERT INTO customer_changes (tenant_id, customer_id, version, at, contract, key_id, request_id, changes, undo)
  SELECT tenant_id, id, version, updated_at, 'helpscout', $4::uuid, gen_random_uuid()::text,
    json_build_array(json_build_object('field', '/jobTitle', 'before', before -> 'jobTitle', 'after', $3::text)),
    json_build_object('jobTitle', before -> 'jobTitle')
  FROM written
)
SELECT id, version, created_at, updated_at, data FROM written
