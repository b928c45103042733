// Filters with their counts, and search without diacritics.
import assert from 'node:assert/strict';
import { inOneBrowser } from './support/app.mjs';
import { choice, details, enter, enterAll, gone, heading, named, press, rows } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const commune = ['TC-1', 'TC-2', 'TT-2a', 'TT-2b', 'TT-3', 'TT-4a', 'TT-4b', 'TT-4c', 'TT-5'];

/** Waits until exactly these rows are shown. */
async function shows(app, expected) {
  await until(`rows ${expected.join(' ')}`, async () => {
    const now = await rows(app);
    if (now.join() !== expected.join()) throw new Error(now.join(' '));
    return true;
  });
}

/** Waits until the filters bear these counts: all, not entered, not met, missing evidence. */
async function counts(app, expected) {
  await until(`counts ${expected.join(' ')}`, async () => {
    const now = await app.js(`return [...document.querySelectorAll('[name="filter"]')].map((e) => Number(e.closest('label').textContent.match(/\\d+\\s*$/)[0]))`);
    if (now.join() !== expected.join()) throw new Error(now.join(' '));
    return true;
  });
}

const filter = (app, value) => press(app, choice('filter', value));

inOneBrowser('filters count and show, and no row leaves under the hand', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  await counts(app, [9, 9, 0, 0]);
  await filter(app, 'unmet');
  await shows(app, []);
  assert.ok((await app.text('main [role="status"]')).length > 20, 'an empty list says so');

  await filter(app, 'empty');
  await shows(app, commune);
  // 48,2 % of 55 %: entered and not met; 6 of 6: met. Both stay where they are while they are being filled.
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850', 'TC-1.done': '6', 'TC-1.total': '6' });
  await app.rowSees('TT-3', { state: 'scored', points: '8.770' });
  await counts(app, [9, 7, 1, 2]);
  await shows(app, commune);
  await filter(app, 'unmet');
  await shows(app, ['TT-3']);
  await filter(app, 'empty');
  await shows(app, commune.filter((id) => !['TT-3', 'TC-1'].includes(id)));

  await filter(app, 'evidence');
  await shows(app, ['TC-1', 'TT-3']);
  await details(app, 'TC-1');
  await enter(app, 'TC-1.note', 'Danh mục kèm Báo cáo số 87/BC-UBND');
  await counts(app, [9, 7, 1, 1]);
  await shows(app, ['TC-1', 'TT-3']);
  await filter(app, 'all');
  await shows(app, commune);
});

inOneBrowser('what is not understood has a filter of its own while there is any, and every wrong cell is marked', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  assert.equal(await app.js('return document.querySelector(\'[name="filter"][value="invalid"]\')'), null);
  await enterAll(app, { 'TT-3.done': 'bốn trăm', 'TT-3.total': 'tám trăm', 'TC-1.done': '6', 'TC-1.total': '6' });
  await app.rowSees('TT-3', { state: 'invalid' });
  // all, not entered, not understood, not met, missing evidence
  await counts(app, [9, 7, 1, 0, 1]);
  await filter(app, 'invalid');
  await shows(app, ['TT-3']);
  const wrong = await app.js('return [...document.querySelectorAll(\'[data-target="TT-3"] [aria-invalid="true"]\')].map((e) => e.name)');
  assert.deepEqual(wrong, ['TT-3.done', 'TT-3.total']);
  assert.match(await app.text('[data-out="invalid"]'), /1 chỉ tiêu/);
  await filter(app, 'empty');
  await shows(app, commune.filter((id) => !['TT-3', 'TC-1'].includes(id)));
});

inOneBrowser('search finds without diacritics, only what fits, and says when there is nothing', async (app) => {
  await heading(app, { level: 'commune', year: 2023 });
  for (const words of ['so hoa', 'SỐ HÓA', 'TT-3']) {
    await enter(app, 'search', words);
    await shows(app, ['TT-3']);
  }
  await enter(app, 'search', 'thanh toan');
  await shows(app, ['TT-2a', 'TT-2b']);
  await enter(app, 'search', 'xyzzy');
  await shows(app, []);
  assert.ok((await app.text('main [role="status"]')).length > 20, 'an empty list says so');
  await enter(app, 'search', 'TT-4');
  await shows(app, ['TT-4a', 'TT-4b', 'TT-4c']);
  await press(app, named('search'));
  await app.fill(named('search'), '');
  await shows(app, commune);
  await gone(app, 'main [role="status"]');
});
