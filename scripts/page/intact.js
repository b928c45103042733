// Takes back what others do to what the program has drawn. Translators and extensions wrap words and elements, join texts or
// put others in their place; the program would write on into nodes that nobody sees, or break. What only adds something,
// such as a button beside a field, is left alone. ES5 only.
//
// `tuChamIntact.draws()`: the program is about to draw; what changes in this turn is its own
(function () {
  // A tool that never gives up would keep both busy for ever: so often in a second, and so often in all.
  var MOST_AT_ONCE = 20;
  var left = 2000;
  var atOnce = MOST_AT_ONCE;
  var since = 0;
  var root = document.getElementById('app');
  var insert = Node.prototype.insertBefore;
  var remove = Node.prototype.removeChild;
  var ours = false;
  var watching = false;
  var watch = new MutationObserver(function (changes) {
    if (!ours) restore(changes);
  });

  // The last change first, so that each finds its place as it was.
  function restore(changes) {
    var foreign = changes.some(function (change) { return change.type === 'characterData' || change.removedNodes.length > 0; });
    if (Date.now() - since > 1000) {
      since = Date.now();
      atOnce = MOST_AT_ONCE;
    }
    if (!foreign || left === 0 || atOnce === 0) return;
    left -= 1;
    atOnce -= 1;
    changes.slice().reverse().forEach(function (change) {
      var place = change.target;
      if (change.type === 'characterData') {
        place.data = change.oldValue;
        return;
      }
      [].forEach.call(change.addedNodes, function (node) {
        if (node.parentNode === place) remove.call(place, node);
      });
      [].slice.call(change.removedNodes).reverse().forEach(function (node) {
        var next = change.nextSibling;
        insert.call(place, node, next && next.parentNode === place ? next : null);
      });
    });
    watch.takeRecords();
  }

  function draws() {
    if (ours) return;
    if (!watching) {
      watching = true;
      watch.observe(root, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
    }
    restore(watch.takeRecords());
    ours = true;
    Promise.resolve().then(function () {
      watch.takeRecords();
      ours = false;
    });
  }

  // Where it was not taken back: an element that was wrapped stands in for what is wrapped in it.
  Node.prototype.insertBefore = function (node, next) {
    if (next && next.parentNode !== this && root.contains(this)) {
      while (next && next.parentNode !== this) next = next.parentNode;
    }
    return insert.call(this, node, next);
  };
  Node.prototype.removeChild = function (node) {
    var parent = node && node.parentNode;
    return remove.call(parent && parent !== this && root.contains(parent) ? parent : this, node);
  };

  window.tuChamIntact = { draws: draws };
})();
