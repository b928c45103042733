// The hosted build: served from a site of its own, it asks that site only.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { until } from './support/wait.mjs';

eachBrowser('the hosted page becomes ready and asks its own site only', { hosted: true }, async (app) => {
  const requests = await app.requests();
  assert.ok(requests.some((url) => url.endsWith('.wasm')), `no module among ${requests.join(', ')}`);
  assert.deepEqual(requests.filter((url) => !url.startsWith(app.address)), []);
  assert.deepEqual(await app.consoleErrors(), []);
  assert.equal(await app.js('return document.getElementById("failure").hidden'), true);
});

eachBrowser('the hosted page says when a part of it did not arrive', { hosted: true, ready: false }, async (app) => {
  await app.beforePage('globalThis.WebAssembly.instantiateStreaming = globalThis.WebAssembly.instantiate = () => Promise.reject(new Error("cut"))');
  await app.open('', { wait: false });
  await until('the message', () => app.js('return document.getElementById("failure").dataset.failure === "missing"'));
});
