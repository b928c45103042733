// Makes the pictures of docs/ from the shipped file in Chromium, opened from disk: docs/screenshot.png, a commune's year
// typed in by keys, and docs/trinh-chieu/, the whole show of a model unit, turned by keys, with docs/trinh-chieu.md.
// Units and figures are made up.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, Key } from '../tests/browser/support/app.mjs';
import { until } from '../tests/browser/support/wait.mjs';

const docs = (path) => fileURLToPath(new URL(`../docs/${path}`, import.meta.url));

const heading = { unit: 'UBND xã Mẫu', superior: 'UBND thành phố Huế', place: 'Huế', prepared_by: 'Công chức Văn phòng – Thống kê' };

const figures = {
  'TC-1.done': '6', 'TC-1.total': '6',
  'TC-2.done': '12', 'TC-2.total': '14',
  'TT-2a.done': '40', 'TT-2a.total': '50',
  'TT-2b.done': '63', 'TT-2b.total': '240',
  'TT-3.done': '410', 'TT-3.total': '850',
  'TT-4a.done': '104', 'TT-4a.total': '104',
  'TT-4b.done': '104', 'TT-4b.total': '104',
  'TT-5.done': '98', 'TT-5.total': '104', 'TT-5.excluded': '6',
};

// Clocks stand still, or no two runs would give the same pictures.
const STILL = `const now = new Date(2023, 11, 1, 9).getTime();
  Date = class extends Date {
    constructor(...of) { super(...(of.length ? of : [now])); }
    static now() { return now; }
  };`;

async function entryPage(app) {
  await app.open();
  await app.viewport(1366, 768);
  await app.setSelect('[name="level"]', 'commune');
  await app.setSelect('[name="year"]', '2023');
  for (const [name, text] of [...Object.entries(heading), ...Object.entries(figures)]) await app.fill(`[name="${name}"]`, text);
  // Keys mean day or month first by the computer's language, so the date is put in as it is kept.
  await app.js(`const date = document.querySelector('[name="as_of"]');
    date.value = '2023-12-01';
    date.dispatchEvent(new Event('input', { bubbles: true }))`);
  await app.sees('saved', 'saved');
  // Opened anew, the page has no word of welcome above the figures; the heading folded, most of them are in view.
  await app.reload();
  await app.sees('saved', 'saved');
  await app.click('.document__summary');
  await app.js('document.activeElement.blur()');
  copyFileSync(await app.screenshot(1366, 768, 'light', 'readme'), docs('screenshot.png'));
  console.log(docs('screenshot.png'));
}

const SAMPLE = 'commune-2023-middling';
// The steps of these screens are pages: each is a picture. Of the others the last step holds those before it.
const PAGED = ['paths'];

const pictureName = (place, { screen, part }) => `${String(place + 1).padStart(2, '0')}-${screen}${part ? `-${part}` : ''}.webp`;

async function show(app) {
  await app.viewport(1024, 768);
  await app.open(`#/trinh-chieu?mau=${SAMPLE}`);
  await app.click('[data-action="show-begin"]');
  await app.find('[data-screen="opening"]');
  const taken = [];
  for (let before = ''; ; ) {
    const seen = await until('the next step', async () => {
      const now = await app.js(`const stage = document.querySelector('[data-screen]');
        return document.getAnimations().length === 0 && { screen: stage.dataset.screen, title: stage.querySelector('h1').innerText, whole: stage.innerHTML };`);
      return now && now.screen + now.whole !== before && now;
    });
    before = seen.screen + seen.whole;
    const { data } = await app.cdp('Page.captureScreenshot', { format: 'webp', quality: 45, clip: { x: 0, y: 0, width: 1024, height: 768, scale: 0.8 } });
    const same = taken.filter(({ screen }) => screen === seen.screen);
    if (same.length && !PAGED.includes(seen.screen)) taken.pop();
    taken.push({ screen: seen.screen, title: seen.title, part: PAGED.includes(seen.screen) ? same.length + 1 : 0, data });
    if (seen.screen === 'closing') break;
    if (seen.screen === 'reverse' && !same.length) {
      await app.fill('[name="wanted-index"]', '90');
      await app.click('[data-action="solve"]');
      await app.find('[data-out="plan-index"]');
      continue;
    }
    await app.press(Key.PAGE_DOWN);
  }
  rmSync(docs('trinh-chieu'), { recursive: true, force: true });
  mkdirSync(docs('trinh-chieu'));
  for (const [place, picture] of taken.entries()) writeFileSync(docs(`trinh-chieu/${pictureName(place, picture)}`), Buffer.from(picture.data, 'base64'));
  writeFileSync(docs('trinh-chieu.md'), [
    '# Trình chiếu, từng màn hình',
    '<!-- make screenshots viết tệp này; sửa tay sẽ mất. -->',
    `Cả buổi trình chiếu của đơn vị mẫu \`${SAMPLE}\`, bấm Page Down từ đầu đến cuối (ở câu hỏi ngược gõ thêm 90), ở 1024×768. Tên đơn vị và số liệu do phần mềm đặt ra.`,
    ...taken.map((picture, place) => `## ${place + 1}. ${picture.title}\n\n![${picture.screen}](trinh-chieu/${pictureName(place, picture)})`),
  ].join('\n\n') + '\n');
  console.log(docs('trinh-chieu.md'));
}

for (const pictures of [entryPage, show]) {
  const app = new App('chromium');
  try {
    await app.start();
    await app.beforePage(STILL);
    await pictures(app);
  } finally {
    await app.close();
  }
}
