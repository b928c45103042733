// Two windows with one document: what the one has saved is never written over by the other.
import assert from 'node:assert/strict';
import { eachBrowser } from './support/app.mjs';
import { enterAll, heading, holds, saved } from './support/entry.mjs';

eachBrowser('a window that fell behind says so and writes nothing over the newer one', async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  await enterAll(app, { 'TT-3.done': '410' });
  await saved(app);
  const first = await app.driver.getWindowHandle();
  await app.driver.switchTo().newWindow('tab');
  await app.open();
  await enterAll(app, { 'TT-3.total': '850' });
  await saved(app);
  const second = await app.driver.getWindowHandle();
  await app.driver.switchTo().window(first);
  await enterAll(app, { 'TT-3.total': '900' });
  await app.sees('saved', 'superseded');
  await enterAll(app, { 'TT-4a.done': '104' });
  assert.equal(await app.out('saved'), 'superseded');
  const { text } = await app.download(() => app.click('[data-action="export-json"]'));
  assert.equal(JSON.parse(text).answers['TT-3'].figures.total, '900', 'its own figures still go into a file');
  await app.driver.switchTo().window(second);
  await app.reload();
  await holds(app, 'TT-3.total', '850');
});
