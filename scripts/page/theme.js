// The theme chosen before, set ahead of the first frame. Reading storage itself can throw.
(function () {
  try {
    var theme = localStorage.getItem('tu-cham.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
  } catch (refused) { /* the system's theme holds */ }
})();
