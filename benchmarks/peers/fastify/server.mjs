// The same updates with Fastify and pg: a key that is looked up once, a body that is checked against a schema, one prepared statement, the customer rendered by a schema.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 40 });
const statements = Object.fromEntries(['document', 'name', 'attribute'].map(name =>
  [name, { name, text: readFileSync(path.join(process.env.BENCH_STATEMENTS, `${name}.sql`), 'utf8') }]));
const callers = new Map();

async function findCaller(header = '') {
  const known = callers.get(header);
  if (known !== undefined) {
    return known;
  }

  const hash = createHash('sha256').update(header.replace('Bearer ', '')).digest();
  const { rows } = await pool.query('SELECT id, tenant_id FROM api_keys WHERE hash = $1 AND revoked_at IS NULL', [hash]);
  if (rows.length > 0) {
    callers.set(header, rows[0]);
  }

  return rows[0];
}

const text = { type: 'string' };
const schema = {
  params: { type: 'object', properties: { customer: text }, required: ['customer'] },
  body: { type: 'object', properties: { value: { type: 'string', minLength: 1, maxLength: 255 } }, required: ['value'] },
  response: {
    200: {
      type: 'object',
      properties: {
        id: text, version: { type: 'integer' }, createdAt: text, updatedAt: text, name: text, jobTitle: text, organization: text,
        customAttributes: { type: 'object', additionalProperties: true },
      },
    },
  },
};

const app = Fastify();
app.get('/health', async () => 'ok');
for (const [kind, statement] of Object.entries(statements)) {
  app.patch(`/${kind}/:customer`, { schema }, async (request, reply) => {
    const caller = await findCaller(request.headers.authorization);
    if (caller === undefined) {
      return reply.code(401).send();
    }

    const { rows: [row] } = await pool.query({ ...statement, values: [caller.tenant_id, request.params.customer, request.body.value, caller.id] });
    if (row === undefined) {
      return reply.code(404).send();
    }

    const { name, jobTitle, organization, customAttributes } = row.data;
    return {
      id: row.id, version: Number(row.version), createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
      name: name?.full, jobTitle, organization, customAttributes,
    };
  });
}

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
