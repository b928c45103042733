// Hands the saved figures over when the program itself can't: plain script that reads what is stored and needs no module.
// Written for browsers too old for anything else in the page: ES5 only.
//
// `window.tuChamRescue`:
//   keep(id, revision, saved, text)  the program tells each text of a document as it goes into the storage
//   stop()                           the program broke: from now on it writes nothing
//   offer(box)                       shows in `box` a button for each document that is stored
(function () {
  var FLUSH = 'tu-cham.flush.';
  var last = null;
  var typed = {};
  var stopped = false;

  // What is typed after a text was put together is in no file; it can at least be told.
  document.addEventListener('input', function (event) {
    var field = event.target;
    if (/\.|^(unit|superior|place|prepared_by|level|year|period|as_of)$/.test(field.name) && field.type !== 'checkbox') {
      typed[field.name] = field.value;
    }
  });
  // A question on leaving would come from the program that broke.
  window.addEventListener('beforeunload', function (event) {
    if (stopped) event.stopImmediatePropagation();
  }, true);

  function keep(id, revision, saved, text) {
    last = { id: id, revision: revision, saved: saved, text: text };
    typed = {};
  }

  // A broken program may hold half a change, and its timers still run. The text that it last put together was whole,
  // so that one is left where the next start looks for it.
  function stop() {
    if (stopped) return;
    stopped = true;
    try {
      if (last) localStorage.setItem(FLUSH + last.id, [last.revision, last.saved, last.text].join('\n'));
    } catch (refused) { /* it can still be downloaded */ }
    function refuse() {
      throw new Error('Tự chấm has stopped');
    }
    try {
      Storage.prototype.setItem = Storage.prototype.removeItem = refuse;
      var begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (stores, mode) {
        return mode === 'readwrite' ? refuse() : begin.call(this, stores);
      };
    } catch (missing) { /* nothing is kept here */ }
    document.getElementById('app').setAttribute('inert', '');
  }

  // Adds a draft to `found`, by document, where it is newer than the one there. What isn't a draft is passed over.
  function take(found, draft) {
    if (!draft || typeof draft.id !== 'string' || typeof draft.text !== 'string' || !(draft.revision >= 0)) return;
    var other = found['#' + draft.id];
    if (!other || other.revision < draft.revision) found['#' + draft.id] = draft;
  }

  // Both give false where the browser doesn't let anything be read.
  function flushed(found) {
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf(FLUSH) !== 0) continue;
        var lines = localStorage.getItem(key).split('\n');
        take(found, { id: key.slice(FLUSH.length), revision: +lines[0], saved: lines[1], text: lines.slice(2).join('\n') });
      }
      return true;
    } catch (refused) {
      return false;
    }
  }

  function stored(found, done) {
    try {
      var asked = indexedDB.open('tu-cham');
      // There is no database yet, and none is made here.
      asked.onupgradeneeded = function () { asked.transaction.abort(); };
      asked.onerror = function (event) {
        event.preventDefault();
        done(asked.error && asked.error.name === 'AbortError');
      };
      asked.onsuccess = function () {
        try {
          var reading = asked.result.transaction('drafts').objectStore('drafts').openCursor();
          reading.onerror = function () { done(false); };
          reading.onsuccess = function () {
            var cursor = reading.result;
            if (cursor) {
              take(found, cursor.value);
              cursor['continue']();
            } else {
              asked.result.close();
              done(true);
            }
          };
        } catch (foreign) {
          done(false);
        }
      };
    } catch (refused) {
      done(false);
    }
  }

  // Unit and year, as its file says them.
  function title(draft) {
    try {
      var file = JSON.parse(draft.text);
      return [file.unit.name || 'Tự chấm', file.year].join(' - ');
    } catch (other) {
      return 'Tự chấm';
    }
  }

  function time(draft) {
    return String(draft.saved).slice(0, 19).replace('T', ' ').replace(/:/g, '.');
  }

  function download(draft) {
    var name = title(draft).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\\/:*?"<>|]/g, '').replace(/^[. ]+/, '').slice(0, 90);
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([draft.text], { type: 'application/json' }));
    link.download = name + ' - ' + time(draft) + '.json';
    link.hidden = true;
    document.body.appendChild(link);
    link.click();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
      document.body.removeChild(link);
    }, 5000);
  }

  function add(parent, tag, text, lang) {
    var element = document.createElement(tag);
    if (text) element.appendChild(document.createTextNode(text));
    if (lang) element.setAttribute('lang', lang);
    return parent.appendChild(element);
  }

  function say(parent, vi, en) {
    add(parent, 'p', vi, 'vi');
    add(parent, 'p', en, 'en');
  }

  // The document that was open last comes first, then the newest; what was removed from the list comes at the end.
  function order(found) {
    var open = last && last.id;
    try {
      open = open || localStorage.getItem('tu-cham.document');
    } catch (refused) { /* the newest comes first */ }
    function rank(draft) {
      return (draft.removed ? '0' : draft.id === open ? '2' : '1') + draft.saved;
    }
    return Object.keys(found)
      .map(function (key) { return found[key]; })
      .sort(function (one, other) { return rank(one) < rank(other) ? 1 : -1; });
  }

  function show(place, found, readable) {
    var drafts = order(found);
    place.textContent = '';
    if (drafts.length > 0) {
      say(place, 'Có thể tải số liệu đã lưu thành tệp; sau này mở lại bằng nút “Mở tệp” của Tự chấm.',
        'What was saved can be downloaded as a file; open it again later by the button “Open a file”.');
    } else if (readable) {
      say(place, 'Trên máy này chưa lưu số liệu nào.', 'No figures are saved on this computer.');
    } else {
      say(place, 'Trình duyệt không cho đọc nơi lưu số liệu. Hãy thử lại trong cửa sổ thường, không phải cửa sổ riêng tư.',
        'The browser does not let saved figures be read. Try again in an ordinary window, not a private one.');
    }
    drafts.forEach(function (draft) {
      var line = add(place, 'p');
      var button = add(line, 'button', 'Tải số liệu đã lưu · Download');
      button.setAttribute('data-action', 'rescue');
      button.setAttribute('data-draft', draft.id);
      button.addEventListener('click', function () { download(draft); });
      add(line, 'span', ' ');
      add(line, 'bdi', title(draft) + ' - ' + time(draft));
      if (draft.removed) add(line, 'span', ' (đã xóa khỏi danh sách · removed from the list)');
    });
    var fields = Object.keys(typed);
    if (!fields.length) return;
    say(place, 'Vừa gõ mà chưa kịp lưu, hãy ghi lại:', 'Typed just now and not saved yet; please note it down:');
    fields.forEach(function (name) { add(place, 'p', name + ' = ' + typed[name]); });
  }

  function offer(box) {
    var place = add(box, 'div');
    var found = {};
    take(found, last);
    var open = flushed(found);
    // Should the database never answer, what is known without it is there to be taken.
    if (Object.keys(found).length > 0) show(place, found, open);
    stored(found, function (read) { show(place, found, read && open); });
  }

  window.tuChamRescue = { keep: keep, stop: stop, offer: offer };
})();
