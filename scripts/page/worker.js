// Keeps the hosted page on this computer, so that it opens without a network. Requests that aren't for its own files
// pass it by. A new version is kept beside the one in use and waits until a page asks for it.
const FILES = '@files@';
const scope = self.registration.scope;
const ours = `tu-cham ${new URL(scope).pathname} `;
const kept = `${ours}@version@`;

const addressOf = (name) => new URL(name, scope).href;

async function fetched(name, integrity) {
  const named = /-[0-9a-f]{12,}/.test(name);
  const answer = await fetch(addressOf(name), { integrity, cache: named ? 'default' : 'no-cache' });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // An answer that a site has led elsewhere would be refused for a page, a copy isn't.
  return [name, new Response(await answer.blob(), { headers: answer.headers })];
}

// All or nothing but pictures, and nothing that isn't of this very version: a site may be changing while its files are fetched.
async function keep() {
  const answers = await Promise.all(
    Object.entries(FILES).map(([name, integrity]) => {
      const answer = fetched(name, integrity);
      return /\.(png|svg|webmanifest)$/.test(name) ? answer.catch(() => undefined) : answer;
    }),
  );
  const cache = await caches.open(kept);
  await Promise.all(answers.filter(Boolean).map(([name, answer]) => cache.put(addressOf(name), answer)));
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== kept);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The name of the file that is asked for, if it is one of ours. */
function nameOf({ method, mode, url }) {
  const address = new URL(url);
  address.hash = '';
  if (mode === 'navigate') address.search = '';
  if (method !== 'GET' || !address.href.startsWith(scope)) return undefined;
  const name = address.href.slice(scope.length).replace(/^index\.html$/, '');
  return Object.hasOwn(FILES, name) ? name : undefined;
}

async function answer(request, name) {
  // The browser may have emptied its caches.
  const found = await caches.open(kept).then((cache) => cache.match(addressOf(name))).catch(() => undefined);
  return found ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', ({ data }) => {
  if (data === 'apply') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name !== undefined) event.respondWith(answer(event.request, name));
});
