// The hosted build: served from a site of its own, it asks that site only; what it says of itself to browsers is true.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { eachBrowser, inOneBrowser } from './support/app.mjs';
import { dist } from './support/files.mjs';
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

const framing = (address) => `<!DOCTYPE html><html lang="vi"><title>khung</title><iframe title="khung" width="1200" height="800" src="${address}"></iframe></html>`;

eachBrowser('a page of somebody else that shows this one inside it gets a link that opens it by itself', { ready: false }, async (app) => {
  const other = app.writeFile('khung.html', framing(app.address));
  await app.driver.get(new URL(`file://${other}`).href);
  await app.driver.switchTo().frame(0);
  assert.match(await app.text('#framed'), /trong trang của người khác/);
  const [link] = await app.js('return [...document.querySelectorAll("#framed a")].filter((e) => e.getClientRects().length > 0).map((e) => [e.href, e.target])');
  assert.deepEqual(link, [app.address, '_blank']);
  await app.driver.switchTo().defaultContent();
  await app.open();
  assert.equal(await app.js('return document.getElementById("framed")'), null);
});

const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));

test('the manifest says what browsers ask for before they install', () => {
  assert.equal(manifest.short_name, 'Tự chấm');
  assert.match(manifest.name, /^Tự chấm/);
  assert.deepEqual([manifest.lang, manifest.start_url, manifest.scope, manifest.display], ['vi', './', './', 'standalone']);
  for (const colour of [manifest.theme_color, manifest.background_color]) assert.match(colour, /^#[0-9a-f]{6}$/);
  const kinds = manifest.icons.map(({ purpose, sizes, type }) => [purpose, sizes, type].join(' '));
  for (const kind of ['any any image/svg+xml', 'any 192x192 image/png', 'any 512x512 image/png', 'maskable 512x512 image/png']) assert.ok(kinds.includes(kind), kind);
});

inOneBrowser('the icons are pictures of the size that is said', { hosted: true }, async (app) => {
  for (const { src, sizes } of manifest.icons) {
    const size = await app.driver.executeAsyncScript(
      'const picture = new Image(); picture.onload = () => arguments[1](picture.naturalWidth + "x" + picture.naturalHeight); picture.onerror = () => arguments[1]("none"); picture.src = arguments[0]',
      new URL(src, app.address).href,
    );
    if (sizes === 'any') assert.match(size, /^[1-9]/, src);
    else assert.equal(size, sizes, src);
  }
});

inOneBrowser('the browser takes the manifest, and finds nothing that hinders installing', { hosted: true }, async (app) => {
  assert.equal(await app.js('return document.querySelector("link[rel=manifest]").href'), `${app.address}manifest.webmanifest`);
  if (app.browser !== 'chromium') return;
  await until('the worker', () => app.js('return navigator.serviceWorker.controller?.state === "activated"'));
  const { errors, url } = await app.cdp('Page.getAppManifest');
  assert.deepEqual([url, errors], [`${app.address}manifest.webmanifest`, []]);
  const { installabilityErrors } = await app.cdp('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});

test('the worker keeps every file of the build, under the hash of its bytes, and no other', () => {
  const list = JSON.parse(readFileSync(join(dist, 'sw.js'), 'utf8').match(/FILES=(\{[^}]*\})/)[1]);
  const hash = (name) => `sha256-${createHash('sha256').update(readFileSync(join(dist, name || 'index.html'))).digest('base64')}`;
  assert.deepEqual(list, Object.fromEntries(Object.keys(list).map((name) => [name, hash(name)])));
  const shipped = readdirSync(dist).filter((name) => !/\.(br|sha256)$|^sw\.js$/.test(name));
  assert.deepEqual(Object.keys(list).map((name) => name || 'index.html').sort(), shipped.sort());
  for (const name of ['', 'tu-cham.html', 'manifest.webmanifest']) assert.ok(name in list, name);
});

test('the server sends each file as what it is, asks for pages and worker anew, and packs where that is understood', async (t) => {
  const server = await serve(dist, 0);
  t.after(() => server.close());
  const address = `http://127.0.0.1:${server.address().port}/`;
  const head = async (name, headers = {}) => (await fetch(address + name, { method: 'HEAD', headers: { 'accept-encoding': 'identity', ...headers } })).headers;
  const wasm = readdirSync(dist).find((name) => name.endsWith('.wasm'));
  for (const [name, type, kept] of [
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['tu-cham.html', 'text/html; charset=utf-8', 'no-cache'],
    ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['icon-192.png', 'image/png', 'no-cache'],
    ['icon.svg', 'image/svg+xml', 'no-cache'],
    [wasm, 'application/wasm', 'public, max-age=31536000, immutable'],
  ]) {
    const headers = await head(name);
    assert.deepEqual([headers.get('content-type'), headers.get('cache-control')], [type, kept], name);
  }
  // What docs/hosting.md asks for.
  const sent = await head('');
  for (const [name, value] of [
    ['content-security-policy', "frame-ancestors 'self'"],
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['referrer-policy', 'no-referrer'],
  ]) assert.equal(sent.get(name), value, name);
  assert.equal((await head(wasm)).get('content-encoding'), null);
  const packed = await head(wasm, { 'accept-encoding': 'gzip, br' });
  assert.equal(packed.get('content-encoding'), 'br');
  const plain = Number((await head(wasm)).get('content-length'));
  assert.ok(Number(packed.get('content-length')) < plain / 2);
});
