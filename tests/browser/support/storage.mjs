// What the browser keeps of the application, read and written past it.

/** The records of the database: `{ drafts, versions }`. */
export async function stored(app) {
  const found = await app.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const ask = (request) => new Promise((go, stop) => { request.onsuccess = () => go(request.result); request.onerror = () => stop(request.error) });
    (async () => {
      const db = await ask(indexedDB.open('tu-cham'));
      const all = (name) => ask(db.transaction(name).objectStore(name).getAll());
      const found = { drafts: await all('drafts'), versions: await all('versions') };
      db.close();
      return found;
    })().then(done, (error) => done(String(error)))`);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Puts a record into the store of a name. */
export async function put(app, name, record) {
  const failed = await app.driver.executeAsyncScript(
    `const [name, record, done] = arguments;
     const opening = indexedDB.open('tu-cham');
     opening.onerror = () => done(String(opening.error));
     opening.onsuccess = () => {
       const writing = opening.result.transaction(name, 'readwrite');
       writing.objectStore(name).put(record);
       writing.oncomplete = () => { opening.result.close(); done(null) };
       writing.onerror = () => done(String(writing.error));
     }`,
    name, record,
  );
  if (failed) throw new Error(failed);
}
