// helpscout-mailbox-api, unmodified: every call that it offers for customers, their parts and their properties.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import HelpScout from 'helpscout-mailbox-api';
import { makeTenant, startHost } from './host.mjs';

// The address of the token endpoint is a constant in the client: its own axios is told where that is here.
const axios = createRequire(createRequire(import.meta.url).resolve('helpscout-mailbox-api'))('axios');

let host;
let tenant;
let client;

before(async () => {
  host = await startHost();
  tenant = await makeTenant(host.origin, 'helpscout');
  axios.interceptors.request.use(request => ({ ...request, url: request.url.replace('https://api.helpscout.net', host.origin) }));
  client = await authorised('clientCredentials');
});

after(() => host?.stop());

function clientFor(authenticationFlow) {
  const made = new HelpScout({ clientId: tenant.key.clientId, clientSecret: tenant.key.clientSecret, authenticationFlow });
  made.updateRequestOptions({ baseURL: `${host.origin}/v2/` });
  made.updateBottleneckOptions({ minTime: 0 });
  return made;
}

async function authorised(authenticationFlow, code) {
  const made = clientFor(authenticationFlow);
  made.setCredentials(await made.getTokens(code));
  return made;
}

const idOf = answer => Number(answer.headers['resource-id']);

const createCustomer = async data => {
  const answer = await client.customers.create(data);
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.location, `${host.origin}/v2/customers/${idOf(answer)}`);
  return idOf(answer);
};

test('a customer is created, shown, overwritten and updated', async () => {
  const id = await createCustomer({ firstName: 'Vernon', lastName: 'Bear', emails: [{ type: 'work', value: 'vernon@example.com' }] });

  assert.equal((await client.customers.overwrite(id, { firstName: 'Vern', jobTitle: 'Cook' })).status, 204);
  assert.equal((await client.customers.update(id, [{ op: 'replace', path: '/firstName', value: 'Karl' }])).status, 204);
  const { data: shown } = await client.customers.get(id);
  assert.equal(shown.firstName, 'Karl');
  assert.equal(shown.jobTitle, 'Cook');
  assert.equal(shown.lastName ?? '', '');
  assert.deepEqual(shown._embedded.emails.map(email => email.value), ['vernon@example.com']);
});

test('customers are listed, and the next page is followed', async () => {
  for (let index = 0; index < 51; index++) {
    await createCustomer({ firstName: 'Listed', lastName: `No ${index}` });
  }

  const first = await client.customers.list({ firstName: 'Listed', sortField: 'lastName', sortOrder: 'asc' });
  assert.equal(first.data.page.totalElements, 51);
  assert.equal(first.data._embedded.customers.length, 50);
  const second = await client.nextPage(first.data._links);
  assert.equal(second.data.page.number, 2);
  assert.equal(second.data._embedded.customers.length, 1);
  const nobody = await client.customers.list({ query: '(firstName:"Nobody at all")' });
  assert.equal(nobody.data._embedded, undefined);
});

for (const [resource, path, made, changed] of [
  ['emails', 'emails', { type: 'work', value: 'first@example.com' }, { type: 'home', value: 'second@example.com' }],
  ['phones', 'phones', { type: 'work', value: '+12025550111' }, { type: 'mobile', value: '+12025550112' }],
  ['chatHandles', 'chats', { type: 'skype', value: 'vern' }, { type: 'xmpp', value: 'vernon' }],
  ['socialProfiles', 'social-profiles', { type: 'twitter', value: 'vern' }, { type: 'other', value: 'vernon' }],
  ['websites', 'websites', { value: 'https://example.com' }, { value: 'https://example.org' }],
]) {
  test(`${resource} are created, listed, updated and deleted`, async () => {
    const id = await createCustomer({ firstName: resource });
    const entries = client.customers[resource];
    const listed = async () => (await entries.list(id)).data._embedded?.[path] ?? [];

    const created = await entries.create(id, made);
    assert.equal(created.status, 201);
    assert.equal((await entries.update(id, idOf(created), changed)).status, 204);
    const [entry] = await listed();
    assert.equal(entry.id, idOf(created));
    assert.equal(entry.value, changed.value);
    assert.equal(entry.type, changed.type);
    assert.equal((await entries.delete(id, idOf(created))).status, 204);
    assert.deepEqual(await listed(), []);
  });
}

test('an address is created, shown, updated and deleted', async () => {
  const id = await createCustomer({ firstName: 'Addressed' });
  const address = { city: 'Dallas', state: 'TX', postalCode: '74206', country: 'US', lines: ['123 West Main St'] };

  assert.equal((await client.customers.addresses.create(id, address)).status, 201);
  assert.equal((await client.customers.addresses.update(id, { ...address, city: 'Austin' })).status, 204);
  assert.equal((await client.customers.addresses.get(id)).data.city, 'Austin');
  assert.equal((await client.customers.addresses.delete(id)).status, 204);
  await assert.rejects(client.customers.addresses.get(id), error => error.response.status === 404);
});

test('properties are defined, listed and written', async () => {
  const id = await createCustomer({ firstName: 'Propertied' });
  assert.equal((await client.post('customer-properties', { type: 'number', slug: 'seats', name: 'Seats' })).status, 201);

  const { data: definitions } = await client.customerProperties.list();
  assert.ok(definitions._embedded['customer-properties'].some(definition => definition.slug === 'seats'));
  assert.equal((await client.customers.properties.update(id, [{ op: 'replace', path: '/seats', value: 7 }])).status, 204);
  const { data: shown } = await client.customers.get(id);
  assert.equal(String(shown._embedded.properties.find(property => property.slug === 'seats').value), '7');
});

test('errors carry what they carry with the vendor', async () => {
  const id = await createCustomer({ firstName: 'Wrong', emails: [{ type: 'work', value: 'taken@example.com' }] });

  await assert.rejects(client.customers.update(id, [{ op: 'replace', path: '/gender', value: 'none' }, { op: 'remove', path: '/emails' }]), error => {
    assert.equal(error.response.status, 400);
    assert.equal(error.response.headers['content-type'], 'application/vnd.error+json');
    assert.equal(error.response.data._embedded.errors.length, 2);
    return true;
  });
  await assert.rejects(client.customers.create({ firstName: 'Twin', emails: [{ type: 'work', value: 'taken@example.com' }] }), error => error.response.status === 409);
  await assert.rejects(client.customers.get(999_999), error => error.response.status === 404);
});

test('a code is exchanged for tokens, and a token that is no longer known is refreshed', async () => {
  const { code } = await tenant.hub(`/keys/${tenant.key.id}/authorization-codes`, {});
  const other = await authorised('OAuth2', code);
  const { refresh_token: refreshToken } = other.credentials;
  assert.ok(refreshToken);

  other.setCredentials({ ...other.credentials, access_token: 'nobody' });
  assert.equal((await other.customers.list()).status, 200);
  assert.notEqual(other.credentials.refresh_token, refreshToken);
  await assert.rejects(authorised('OAuth2', code), error => error.response.status === 400 && error.response.data.error === 'invalid_grant');
});

test('a token that is no longer known is fetched anew with client credentials', async () => {
  const other = clientFor('clientCredentials');
  other.setCredentials({ access_token: 'nobody' });
  assert.equal((await other.customers.list()).status, 200);
});
