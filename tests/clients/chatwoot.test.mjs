// @figuro/chatwoot-sdk, unmodified: every call that it offers for contacts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import chatwoot from '@figuro/chatwoot-sdk';
import { makeTenant, startHost } from './host.mjs';

let host;
let tenant;
let client;
let accountId;

before(async () => {
  host = await startHost();
  tenant = await makeTenant(host.origin, 'chatwoot');
  accountId = tenant.accountId;
  client = clientWith(tenant.key.key);
});

after(() => host?.stop());

const clientWith = token =>
  new chatwoot.default({ config: { basePath: host.origin, with_credentials: true, credentials: 'include', token } });

const create = data => client.contacts.create({ accountId, data });

test('a contact is created, shown, updated and deleted', async () => {
  const { payload: { contact } } = await create({ name: 'Alice', email: 'Alice@Example.com', phone_number: '+12025550101', custom_attributes: { plan: 'gold' } });
  assert.equal(contact.email, 'alice@example.com');

  const { payload: updated } = await client.contacts.update({ accountId, id: contact.id, data: { name: 'Alice B', custom_attributes: { seats: 3 } } });
  assert.equal(updated.name, 'Alice B');
  assert.deepEqual(updated.custom_attributes, { plan: 'gold', seats: 3 });

  const { payload: shown } = await client.contacts.get({ accountId, id: contact.id });
  assert.equal(shown.name, 'Alice B');
  assert.deepEqual(shown.custom_attributes, updated.custom_attributes);

  await client.contacts.delete({ accountId, id: contact.id });
  await assert.rejects(client.contacts.get({ accountId, id: contact.id }), error =>
    error.name === 'ApiError' && error.status === 404 && error.body.error === 'Resource could not be found' && error.message === 'Contact not found');
});

test('contacts are listed in pages and in order', async () => {
  for (let index = 0; index < 17; index++) {
    await create({ name: `Listed ${String(index).padStart(2, '0')}`, email: `listed${index}@example.com` });
  }

  const first = await client.contacts.list({ accountId, sort: 'name' });
  const second = await client.contacts.list({ accountId, sort: 'name', page: 2 });
  assert.equal(first.payload.length, 15);
  assert.equal(String(second.meta.current_page), '2');
  assert.equal(first.meta.count, second.meta.count);
  const names = [...first.payload, ...second.payload].map(contact => contact.name).filter(name => name.startsWith('Listed'));
  assert.deepEqual(names, [...names].sort());
});

test('contacts are searched and filtered', async () => {
  await create({ name: 'Searched Person', email: 'searched@example.com', phone_number: '+12025550144', identifier: 'crm-77' });

  for (const q of ['searched@exam', 'Searched P', '2025550144', 'crm-77']) {
    const found = await client.contacts.search({ accountId, q });
    assert.deepEqual(found.payload.map(contact => contact.email), ['searched@example.com'], q);
    assert.equal(found.meta.count, 1);
  }

  const filtered = await client.contacts.filter({
    accountId,
    payload: [
      { attribute_key: 'email', filter_operator: 'equal_to', values: ['SEARCHED@example.com'], query_operator: 'AND' },
      { attribute_key: 'name', filter_operator: 'contains', values: ['person'], query_operator: null },
    ],
  });
  assert.deepEqual(filtered.payload.map(contact => contact.email), ['searched@example.com']);
  await assert.rejects(
    client.contacts.filter({ accountId, payload: [{ attribute_key: 'country_code', filter_operator: 'contains', values: ['x'], query_operator: null }] }),
    error => error.status === 422 && error.body.error === 'Invalid operator. The allowed operators for country_code are [equal_to,not_equal_to].');
});

test('a contact is bound to an inbox, and its conversations are asked for', async () => {
  const inbox = await tenant.hub('/inboxes', { name: 'API', channelType: 'Channel::Api' });
  const { payload: { contact } } = await create({ name: 'Bound', email: 'bound@example.com' });

  const contactable = await client.contact.getContactable({ accountId, id: contact.id });
  assert.ok(contactable.payload.some(entry => entry.inbox.id === inbox.id));

  const bound = await client.contact.create({ accountId, id: contact.id, data: { inbox_id: inbox.id } });
  assert.equal(bound.inbox.id, inbox.id);
  const { payload: shown } = await client.contacts.get({ accountId, id: contact.id });
  assert.equal(shown.contact_inboxes[0].source_id, bound.source_id);

  assert.deepEqual(await client.contacts.listConversations({ accountId, id: contact.id }), { payload: [] });
});

test('errors carry what they carry with the vendor', async () => {
  await create({ name: 'First', email: 'taken@example.com' });

  await assert.rejects(create({ name: 'Second', email: 'taken@example.com' }), error =>
    error.status === 422 && error.body.message === 'Email has already been taken' && error.body.attributes.join() === 'email');
  await assert.rejects(create({ name: 'Third', email: 'third', phone_number: '555' }), error =>
    error.status === 422
    && error.body.message === 'Email Invalid email, Phone number should be in e164 format'
    && error.body.attributes.join() === 'email,phone_number');
  await assert.rejects(clientWith('nobody').contacts.list({ accountId }), error =>
    error.status === 401 && error.message === 'Unauthorized' && error.body.error === 'Invalid Access Token');
});
