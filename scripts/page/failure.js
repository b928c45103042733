// Says in plain words why the application could not start, or that it broke, and what to do.
// Written for browsers too old for anything else in the page: ES5 only.
//
// `window.tuChamBoot` is the door for the start script:
//   fail(kind)    shows a message of the table below; the first one stays
//   begin(start)  calls `start` after the first frame, unless this browser can't run the module
(function () {
  var root = document.documentElement;
  var box = document.getElementById('failure');
  var shown = null;
  var begun = false;

  var messages = {
    old: {
      vi: ['Trình duyệt này chưa mở được Tự chấm',
        'Trình duyệt quá cũ hoặc đã tắt WebAssembly. Hãy cập nhật trình duyệt, hoặc mở tệp này bằng Chrome, Edge, Cốc Cốc bản 97 trở lên, hoặc Firefox bản 113 trở lên.'],
      en: ['This browser cannot run Tự chấm',
        'It is too old, or WebAssembly is turned off. Update it, or open this file in Chrome or Edge 97, Firefox 113, or later.']
    },
    blocked: {
      vi: ['WebAssembly đang bị chặn trên máy này',
        'Một thiết lập bảo mật của trình duyệt, tiện ích hoặc cơ quan không cho WebAssembly chạy. Hãy thử trình duyệt khác, tắt tiện ích chặn, hoặc đề nghị bộ phận công nghệ thông tin cho phép.'],
      en: ['WebAssembly is blocked on this computer',
        'A security setting of the browser, of an extension or of your organisation forbids it. Try another browser, turn the extension off, or ask your IT staff to allow it.']
    },
    damaged: {
      vi: ['Tệp Tự chấm này bị hỏng',
        'Nội dung tệp không còn nguyên vẹn, có thể do sao chép hoặc tải về dở dang. Hãy sao chép hoặc tải lại tệp từ nơi đã nhận. Số liệu đã lưu trên máy này không bị ảnh hưởng.'],
      en: ['This copy of Tự chấm is damaged',
        'The file is not whole; copying or downloading it may have been cut short. Copy or download it again. Figures saved on this computer are not affected.']
    },
    missing: {
      vi: ['Không tải được Tự chấm',
        'Một phần của trang chưa tải về được. Hãy kiểm tra kết nối mạng rồi tải lại trang. Nếu đang mở từ thư mục trên máy, hãy mở tệp tu-cham.html.'],
      en: ['Tự chấm could not be loaded',
        'A part of the page did not arrive. Check the connection, then reload. If you opened it from a folder, open the file tu-cham.html instead.']
    },
    slow: {
      vi: ['Tự chấm mở lâu hơn bình thường',
        'Đã quá 20 giây mà trang chưa sẵn sàng. Có thể chờ thêm; nếu vẫn không được, hãy đóng bớt chương trình khác rồi tải lại trang, hoặc thử trình duyệt khác.'],
      en: ['Tự chấm is taking longer than usual',
        'It is not ready after 20 seconds. You may wait; if that does not help, close other programs and reload the page, or try another browser.']
    },
    broken: {
      vi: ['Ứng dụng gặp lỗi',
        'Ứng dụng gặp lỗi, số liệu đã lưu vẫn còn trên máy này, hãy tải lại trang.'],
      en: ['The application met an error',
        'The application met an error. The figures already saved are still on this computer. Please reload the page.']
    }
  };

  function add(parent, tag, text, lang) {
    var element = document.createElement(tag);
    element.appendChild(document.createTextNode(text));
    if (lang) element.setAttribute('lang', lang);
    parent.appendChild(element);
    return element;
  }

  function ready() {
    return root.getAttribute('data-ready') === 'true';
  }

  function fail(kind, detail) {
    if (shown && shown !== 'slow') return;
    shown = kind;
    box.textContent = '';
    box.setAttribute('data-failure', kind);
    ['vi', 'en'].forEach(function (lang) {
      add(box, 'h2', messages[kind][lang][0], lang);
      add(box, 'p', messages[kind][lang][1], lang);
    });
    if (detail) add(box, 'p', detail).className = 'failure-detail';
    if (kind !== 'old') {
      add(box, 'button', 'Tải lại trang · Reload').addEventListener('click', function () { location.reload(); });
    }
    if (kind === 'broken') tuChamRescue.stop();
    if (kind !== 'slow') tuChamRescue.offer(box);
    var opening = document.getElementById('opening');
    if (opening) opening.hidden = kind !== 'slow';
    box.hidden = false;
    box.focus();
  }

  // Tables of references: the newest part of WebAssembly that the module is built with.
  function runs() {
    return typeof WebAssembly === 'object' && typeof DecompressionStream === 'function' && typeof Promise === 'function' &&
      WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]));
  }

  function begin(start) {
    begun = true;
    if (!runs()) return fail('old');
    var started = false;
    function once() {
      if (started) return;
      started = true;
      // The empty module tells "forbidden" from "damaged" before the real one is opened.
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(start, function () { fail('blocked'); });
    }
    requestAnimationFrame(function () { setTimeout(once); });
    // A page opened in a background tab draws no frame.
    setTimeout(once, 300);
  }

  window.tuChamBoot = { fail: fail, begin: begin };

  document.addEventListener('tu-cham-failed', function (event) {
    // Where the source lay when it was compiled helps nobody.
    fail('broken', typeof event.detail === 'string' ? event.detail.replace(/\S+\/(?=\w+\.rs:)/, '') : '');
  });
  // What the browser refuses may be thrown through the module without a panic, and leaves it in the middle of a change.
  function broke(thrown) {
    if (begun && thrown && /wasm/.test(thrown.stack)) fail('broken', String(thrown));
  }
  window.addEventListener('error', function (event) { broke(event.error); });
  window.addEventListener('unhandledrejection', function (event) { broke(event.reason); });
  // A file cut short has lost the start script at its end; a changed one is refused by the policy.
  document.addEventListener('DOMContentLoaded', function () {
    if (!begun) fail(runs() ? 'damaged' : 'old');
  });
  setTimeout(function () {
    if (ready() || shown) return;
    fail('slow');
    new MutationObserver(function () {
      if (ready() && shown === 'slow') box.hidden = true;
    }).observe(root, { attributes: true, attributeFilter: ['data-ready'] });
  }, 20000);
})();
