// States of a document that were kept, and going back to one.
import assert from 'node:assert/strict';
import { Key, inOneBrowser } from './support/app.mjs';
import { button, enter, enterAll, gone, heading, held, holds, press, saved } from './support/entry.mjs';
import { put, stored } from './support/storage.mjs';

const list = (app) => app.js('return [...document.querySelectorAll("[data-version]")].map((e) => e.innerText)');

async function open(app) {
  await press(app, button('versions', '[data-out="saved"]'));
  await app.find('[data-version]');
  return list(app);
}

inOneBrowser('a state is kept when the document is opened, and going back to it can be undone', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await saved(app);
  await app.reload();
  await enter(app, 'TT-3.done', '9');
  await saved(app);
  const [opened] = await open(app);
  assert.match(opened, /khi mở/);
  // 10 × 48,2352…/55 = 8,770
  assert.match(opened, /8,770/);
  assert.match(opened, /Khác 1 chỗ/);
  assert.deepEqual(await app.axe(), []);
  await press(app, '[data-version="0"] summary');
  const told = await app.text('[data-version="0"]');
  assert.match(told, /410/);
  await press(app, button('restore', '[data-version="0"]'));
  await gone(app, '[role="dialog"]');
  await holds(app, 'TT-3.done', '410');
  await app.rowSees('TT-3', { points: '8.770' });
  assert.match(await app.js('return document.querySelector(arguments[0]).ariaLabel', button('undo')), /trở lại bản đã giữ/);
  await saved(app);
  await press(app, button('undo'));
  await holds(app, 'TT-3.done', '9');
  await saved(app);

  // What stood before going back was kept as well.
  const kept = await open(app);
  assert.match(kept[0], /trước khi trở lại/);
  await app.press(Key.ESCAPE);
  await gone(app, '[role="dialog"]');
  assert.equal(await held(app, 'unit'), 'UBND xã Phú Mậu');
});

inOneBrowser('a state is kept before what changes much, and not before a figure', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410' });
  await saved(app);
  assert.deepEqual((await stored(app)).versions, []);
  await app.paste('[name="TT-4a.done"]', '104\t104\n7\t7');
  await holds(app, 'TT-4b.total', '7');
  await app.setSelect('[name="year"]', '2024');
  await saved(app);
  const { versions } = await stored(app);
  assert.deepEqual(Object.fromEntries(versions.map(({ why, text }) => [why, Object.keys(JSON.parse(text).answers)])), {
    paste: ['TT-3'],
    heading: ['TT-3', 'TT-4a', 'TT-4b'],
  });
});

inOneBrowser('kept states are bounded, the oldest make way, and go with their document', async (app) => {
  await enter(app, 'TT-3.done', '410');
  await saved(app);
  const [{ id, text }] = (await stored(app)).drafts;
  for (let at = 10; at < 50; at++) {
    const time = `2023-01-01T00:${at}:00+07:00`;
    await put(app, 'versions', { key: `${id}|${time}|1|hour`, id, at: time, revision: 1, why: 'hour', text: text.replace('"410"', `"${at}"`) });
  }
  await put(app, 'versions', { key: 'khác|2023', id: 'khác', at: '2023', revision: 1, why: 'hour', text: '' });
  await app.setSelect('[name="year"]', '2024');
  await saved(app);
  const { versions } = await stored(app);
  const mine = versions.filter((version) => version.id === id);
  assert.equal(mine.length, 24);
  assert.equal(mine[0].at, '2023-01-01T00:27:00+07:00');
  assert.equal(versions.length, 25);

  await press(app, button('drafts'));
  await press(app, button('remove-all'));
  await press(app, button('remove-all-yes'));
  await app.find('[data-notice="all-removed"]');
  await app.reload();
  const left = await stored(app);
  assert.deepEqual([left.drafts.length, left.versions.map((version) => version.id)], [0, ['khác']]);
});
