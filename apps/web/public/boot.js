/* Runs before the first paint, so that neither colours nor direction flash. A file, since the policy of this
   site allows no inline script. The names of the keys are those of libs/ground/web. */
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden in this browser: defaults will do
    }
  }
  var scheme = stored('plenary.colours');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  var shipped = ['en', 'es', 'fr', 'ar'];
  var wanted = [stored('plenary.language')].concat(navigator.languages || []);
  for (var i = 0; i < wanted.length; i++) {
    var language = (wanted[i] || '').toLowerCase().split('-')[0];
    if (shipped.indexOf(language) < 0) continue;
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
    break;
  }
})();
