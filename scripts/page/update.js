// Hosted build: has the page kept for use without a network, and says when a new version is there. It is taken when the
// user says so, or when the page is opened anew after all its windows were closed; never under the hands.
(() => {
  const HOUR = 3_600_000;
  const workers = navigator.serviceWorker;
  // The section about the application says so.
  const offlineIs = (state) => { document.documentElement.dataset.offline = state };
  // Not there in some private windows, and on sites without encryption.
  if (!workers) return offlineIs('none');
  let registration;
  let checked = Date.now();
  // The very first worker takes over a page of its own version, which is nothing new.
  let known = Boolean(workers.controller);
  let taking = false;

  const bar = document.createElement('div');
  bar.id = 'update';
  bar.setAttribute('role', 'status');
  const style = document.createElement('style');
  style.textContent = `
    #update { position: fixed; inset: auto 0 0; z-index: 50; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.5rem 1.5rem;
      background: var(--surface); color: var(--ink); border-top: 3px solid var(--accent); }
    #update:empty { display: none; }
    #update p { flex: 1 1 16rem; }
    html[lang="vi"] #update [lang="en"], html[lang="en"] #update [lang="vi"] { display: none; }
    @media print { #update { display: none; } }`;

  const button = (action, classes, vi, en) =>
    `<button type="button" class="button ${classes}" data-action="${action}"><span lang="vi">${vi}</span><span lang="en">${en}</span></button>`;

  function announce() {
    bar.innerHTML = `<p><span lang="vi"><b>Có bản mới của Tự chấm.</b> Những gì đã gõ được giữ lại khi cập nhật.</span
      ><span lang="en"><b>A new version of Tự chấm is here.</b> What you have typed is kept when you update.</span></p
      >${button('update', 'button--primary', 'Cập nhật', 'Update')}${button('update-later', '', 'Để sau', 'Later')}`;
  }

  bar.addEventListener('click', ({ target }) => {
    const action = target.closest('button')?.dataset.action;
    if (action === 'update-later') bar.textContent = '';
    if (action !== 'update') return;
    taking = true;
    // Another window may have taken it already.
    if (registration?.waiting) registration.waiting.postMessage('apply');
    else location.reload();
  });

  workers.addEventListener('controllerchange', () => {
    // Leaving the page saves what was typed last.
    if (taking) location.reload();
    // Another window took the new version; this one goes on with what it has.
    else if (known) announce();
    known = true;
  });

  const watch = (worker) =>
    worker?.addEventListener('statechange', () => {
      // Its files are not those of this version: a proxy may have changed them.
      if (worker.state === 'redundant' && !registration.active) offlineIs('none');
      if (worker.state === 'installed' && registration.active) announce();
    });

  async function register() {
    document.head.append(style);
    document.body.append(bar);
    try {
      registration = await workers.register('./sw.js', { updateViaCache: 'none' });
    } catch (refused) {
      // The page goes on working, with a network.
      console.info(refused);
      offlineIs('none');
      return;
    }
    known ||= Boolean(registration.active);
    if (registration.waiting) announce();
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - checked < HOUR) return;
      checked = Date.now();
      // Without a network there is nothing new.
      registration.update().catch(() => {});
    });
  }

  // The page itself comes first.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
})();
