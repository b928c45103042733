// The page as a person would write it by hand for one level and year: the same rows from the same set, in plain
// JavaScript, without scoring and without storage. What the application's start is compared with.
(function () {
  const level = 'province';
  const year = '2023';
  const set = JSON.parse(document.getElementById('set').textContent);
  const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const text = (value) => String(value).replace(/[&<>"]/g, (character) => escapes[character]);
  const circle = '<svg viewBox="0 0 16 16" aria-hidden="true" class="icon"><circle cx="8" cy="8" r="5.5"></circle></svg>';
  const arrow = '<svg viewBox="0 0 16 16" aria-hidden="true" class="icon"><path d="M3.5 6L8 10.5 12.5 6"></path></svg>';

  function goal({ goal, measure }) {
    const value = goal.value || goal.by_level?.[level] || goal.by_level_year[level][year];
    if (measure.kind === 'rank') return `hạng ≤ ${value}`;
    return value === '100' ? '100%' : `≥ ${value.replace('.', ',')}%`;
  }

  function fields({ measure }) {
    if (measure.kind === 'rank') return [['value', 'Thứ hạng']];
    return ['done', 'total', 'excluded'].filter((name) => measure[name]).map((name) => [name, measure[name].vi]);
  }

  function field(target, [name, label]) {
    const id = text(`${target.id}.${name}`);
    return `<div class="field${name === 'excluded' ? ' field--excluded' : ''}"><label for="${id}" class="field__label">${text(label)}</label>
<div class="figure"><input id="${id}" name="${id}" type="text" inputmode="decimal" autocomplete="off" data-figure="" aria-describedby="${id}-read" class="input"><output id="${id}-read" for="${id}" class="figure__read"></output></div></div>`;
  }

  function row(target) {
    const id = text(target.id);
    return `<article data-target="${id}" aria-labelledby="${id}-name" class="row row--empty"><div class="row__main">
<h4 id="${id}-name" class="row__name"><span class="row__id">${id}</span> ${text(target.name.vi)}</h4>
<p class="row__goal"><b>${goal(target)}, cấp tỉnh, ${year}</b></p>
<div class="row__fields">${fields(target).map((each) => field(target, each)).join('')}</div>
<p class="row__state"><span data-out="state" data-value="empty" class="mark mark--empty">${circle}chưa nhập</span></p>
<p class="row__value"><span data-out="value" data-value=""></span></p>
<p class="row__points"><b data-out="points" data-value="">–</b>/${text(target.max_points)}<span class="vh"> điểm</span></p>
<p id="${id}-message" class="row__message"></p>
<button type="button" data-action="details" id="${id}-open" aria-expanded="false" aria-controls="${id}-detail" title="Vì sao?" class="button opener row__open">${arrow}<span class="vh">Vì sao? Chi tiết ${id}</span></button>
</div><div id="${id}-detail" hidden="hidden" class="detail"></div></article>`;
  }

  function criterion({ id, name, targets }) {
    const claiming = targets.filter((target) => target.levels.includes(level));
    if (claiming.length === 0) return '';
    return `<section class="criterion"><h3 class="${claiming.length > 1 ? 'criterion__head' : 'vh'}">${text(id)} · ${text(name.vi)}</h3>${claiming.map(row).join('')}</section>`;
  }

  function area({ name, criteria }) {
    const max = criteria.flatMap(({ targets }) => targets).filter((target) => target.levels.includes(level)).reduce((sum, target) => sum + Number(target.max_points), 0);
    return `<section class="area"><header class="area__head"><h2>${text(name.vi)}</h2><p class="area__sum"><b>0,000</b>/${max} điểm · 0,000%</p></header>${criteria.map(criterion).join('')}</section>`;
  }

  document.querySelector('.areas').innerHTML = set.areas.map(area).join('');
  document.addEventListener('input', (event) => {
    const read = document.getElementById(`${event.target.id}-read`);
    if (read) read.textContent = `= ${event.target.value}`;
  });
  document.documentElement.dataset.ready = 'true';
})();
