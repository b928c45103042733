// Nothing that was typed is lost with the page: a writing that is not over when the page is left.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { button, enter, held, holds, press, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

// Each writing of a draft stays under way, as on a slow disk, until the test lets it end: a transaction goes on for as long
// as it is asked for something.
const slowWrites = `
  window.writes = [];
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const asked = put.apply(this, given);
    if (this.name === 'drafts') {
      const write = { under: true };
      window.writes.push(write);
      const wait = () => { if (write.under) this.get('none').onsuccess = wait };
      wait();
    }
    return asked;
  }`;
const underWay = (app, count) => until(`writing ${count} under way`, () => app.js('return writes.length === arguments[0]', count));

const hide = (app) => app.js('dispatchEvent(new Event("pagehide"))');

/** What was written at once for the next start: revision and the figure TT-3.done. */
const flushed = (app) => app.js(`
  const key = Object.keys(localStorage).find((each) => each.startsWith('tu-cham.flush.'));
  if (!key) return null;
  const [revision, , ...text] = localStorage.getItem(key).split('\\n');
  return [Number(revision), JSON.parse(text.join('\\n')).answers['TT-3'].figures.done]`);

eachBrowser('what is typed before and during a writing that the page does not outlive is found again', async (app) => {
  await enter(app, 'TT-3.done', '1');
  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');

  await saved(app);
  await app.js(slowWrites);
  await enter(app, 'TT-3.total', '850');
  await underWay(app, 1);
  await enter(app, 'TT-4a.done', '104');
  await app.reload();
  assert.deepEqual([await held(app, 'TT-3.total'), await held(app, 'TT-4a.done')], ['850', '104']);
  await saved(app);
});

eachBrowser('another document that was opened meanwhile does not lose the one that is still being written', async (app) => {
  await app.js(slowWrites);
  await enter(app, 'TT-3.done', '410');
  await underWay(app, 1);
  await press(app, button('drafts'));
  await press(app, button('new-draft'));
  await holds(app, 'TT-3.done', '');
  await app.reload();
  assert.equal(await held(app, 'TT-3.done'), '410');
});

eachBrowser('a writing that ends forgets nothing that was typed after it began', async (app) => {
  await app.js(`
    ${slowWrites};
    window.told = 0;
    new BroadcastChannel('tu-cham').onmessage = ({ data }) => { if (JSON.parse(data).saved) window.told += 1 }`);
  await enter(app, 'TT-3.done', '41');
  await underWay(app, 1);
  await enter(app, 'TT-3.done', '410');
  await hide(app);
  assert.deepEqual(await flushed(app), [2, '410']);
  await app.js('writes[0].under = false');
  await until('the first writing over', () => app.js('return told === 1'));
  await underWay(app, 2);
  assert.deepEqual(await flushed(app), [2, '410']);
  await app.js('writes[1].under = false');
  await until('the second writing over', () => app.js('return told === 2'));
  assert.equal(await flushed(app), null);
});
