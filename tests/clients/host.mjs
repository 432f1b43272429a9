// The built host on a free port, over an SQLite file of its own, for as long as a test file runs.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const assembly = fileURLToPath(new URL('../../src/CustomerUpdate.Api/bin/Release/net10.0/CustomerUpdate.Api.dll', import.meta.url));
const operatorKey = 'cu_operator_key_of_the_client_tests';
const patience = 60_000; // milliseconds until a host that does not listen counts as broken

export async function startHost() {
  const folder = await mkdtemp(path.join(tmpdir(), 'customerupdate-clients-'));
  const process = spawn('dotnet', [assembly], {
    cwd: folder,
    env: {
      ...globalThis.process.env,
      ASPNETCORE_ENVIRONMENT: 'Production',
      ASPNETCORE_URLS: 'http://127.0.0.1:0',
      Database__SqlitePath: path.join(folder, 'customers.db'),
      Operator__Key: operatorKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const ended = new Promise(resolve => process.once('exit', resolve));
    process.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await addressOf(process), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// A tenant with a key for a contract that may do everything, made through the hub.
export async function makeTenant(origin, contract) {
  const tenant = await hub(origin, '/tenants', { name: 'Clients' });
  const key = await hub(origin, `/tenants/${tenant.id}/keys`, { contract, role: 'admin', name: 'client' });
  return { ...tenant, key, hub: (path, body) => hub(origin, `/tenants/${tenant.id}${path}`, body) };
}

async function hub(origin, path, body) {
  const answer = await fetch(`${origin}/hub/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`The hub answered ${answer.status} to ${path}: ${await answer.text()}`);
  }

  return answer.json();
}

// The line of JSON that a host in Production writes when it listens.
function addressOf(process) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The host does not listen: ${output}`)), patience);
    process.once('exit', code => reject(new Error(`The host ended with ${code}: ${output}`)));
    process.stdout.on('data', chunk => {
      output += chunk;
      const address = /"address":\s*"(http:\/\/127\.0\.0\.1:\d+)"/.exec(output)?.[1];
      if (address !== undefined) {
        clearTimeout(timer);
        resolve(address);
      }
    });
  });
}
