// Says so where a page of somebody else shows this one inside it: what is typed here may not be meant for that page, and
// browsers keep little for a page inside another. ES5 only.
(function () {
  if (window.top === window.self) return;
  try {
    if (window.top.location.href) return;
  } catch (stranger) { /* it is not of this site */ }
  var bar = document.createElement('div');
  bar.id = 'framed';
  bar.setAttribute('role', 'status');
  bar.style.cssText = 'padding: 0.5rem 1rem; border-bottom: 3px solid; font-family: system-ui, sans-serif; line-height: 1.5';
  [['vi', 'Tự chấm đang nằm trong trang của người khác. Để số liệu được giữ an toàn, hãy ', 'mở riêng Tự chấm', '.'],
    ['en', 'Tự chấm is shown inside somebody else’s page. To keep your figures safe, ', 'open it by itself', '.']].forEach(function (words) {
    var line = document.createElement('p');
    line.lang = words[0];
    var link = document.createElement('a');
    link.href = location.href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words[2];
    line.appendChild(document.createTextNode(words[1]));
    line.appendChild(link);
    line.appendChild(document.createTextNode(words[3]));
    bar.appendChild(line);
  });
  document.body.insertBefore(bar, document.body.firstChild);
})();
