// The mirror: every document once more in IndexedDB, and as it was at the end of the last three days. Local storage may come back from a crash a minute old, or empty; what IndexedDB has confirmed to be on
// the disk stays. `mirror.kept` is what it had when the page was opened. Nothing is written to it before the app knows that.
var mirror = (function () {
  // In milliseconds: the longest that the app waits for it before it starts, and the longest for a confirmation.
  var WAIT = 300;
  var CONFIRM = 5000;
  var DAY = 86400000;
  var DAYS = 3;
  var mirror = { kept: {}, ready: null, late: function () {}, texts: texts, keep: keep, setAside: setAside, clear: clear, rest: rest };
  var base = null;
  // What was asked of it last.
  var last = Promise.resolve();
  // Texts that are to be written, by key; the promise that they are; and what begins to write them.
  var waiting = {};
  var written = null;
  var write = function () {};
  // The beginnings of keys that were forgotten since the page was opened.
  var gone = [];

  function open() {
    return new Promise(function (then, fail) {
      var request = indexedDB.open("stepwise", 1);
      request.onupgradeneeded = function () {
        request.result.createObjectStore("documents");
      };
      request.onerror = request.onblocked = fail;
      request.onsuccess = function () {
        var opened = request.result;
        // Another page of ours may need it gone or newer.
        opened.onversionchange = opened.onclose = function () {
          opened.close();
          base = null;
        };
        then(opened);
      };
    });
  }

  function read(opened) {
    return new Promise(function (then, fail) {
      var kept = {};
      var request = opened.transaction("documents").objectStore("documents").openCursor();
      request.onerror = fail;
      request.onsuccess = function () {
        var cursor = request.result;
        if (!cursor) return then(kept);
        kept[cursor.key] = String(cursor.value);
        cursor.continue();
      };
    });
  }

  function soon(promise, time) {
    return Promise.race([promise, new Promise(function (_, fail) { setTimeout(fail, time); })]);
  }

  // One change of the store; true once it is on the disk.
  function change(opened, make) {
    return soon(new Promise(function (then, fail) {
      var work = opened.transaction("documents", "readwrite", { durability: "strict" });
      make(work.objectStore("documents"));
      work.oncomplete = then;
      work.onerror = work.onabort = fail;
    }), CONFIRM).then(function () { return true; }, function () { return false; });
  }

  function keep(key, text) {
    // Of a guest nothing is kept; it is as safe as it will ever be.
    if (people.kiosk && key !== "stepwise:kiosk") return Promise.resolve(true);
    if (!base || people.here === "preview") return Promise.resolve(false);
    waiting[key] = text;
    if (!written) {
      written = new Promise(function (then) { write = then; }).then(writeAll);
      drawn(function () { write(); });
    }
    return last = written;
  }

  // All that one tap has changed goes to the disk in one piece, when the answer to the tap is on the screen, which it would hold up on an old phone. Local storage has it before.
  function writeAll() {
    var texts = waiting;
    waiting = {};
    written = null;
    return change(base, function (documents) {
      Object.keys(texts).forEach(function (key) {
        documents.put(texts[key], key);
        documents.put(texts[key], key + ":day-" + Math.floor(Date.now() / DAY) % DAYS);
      });
    });
  }

  // The keys of a document: as it is, and as it was on each day.
  function keys(key) {
    var keys = [key];
    for (var day = 0; day < DAYS; day++) keys.push(key + ":day-" + day);
    return keys.filter(function (key) { return key in mirror.kept; });
  }

  // What there was of a document when the page was opened.
  function texts(key) {
    return keys(key).map(function (key) { return mirror.kept[key]; });
  }

  // What makes the app fail is kept where the app does not look.
  function setAside(key) {
    var all = keys(key);
    if (base) last = change(base, function (documents) {
      all.forEach(function (key) {
        documents.put(mirror.kept[key], key + ":aside");
        documents.delete(key);
      });
    });
    all.forEach(function (key) { delete mirror.kept[key]; });
  }

  // When all that was asked is done, or has failed.
  function rest() {
    return last;
  }

  function forget(prefix) {
    [mirror.kept, waiting].forEach(function (texts) {
      Object.keys(texts).forEach(function (key) {
        if (key.indexOf(prefix) === 0) delete texts[key];
      });
    });
  }

  // What is under keys that begin so; even of a mirror that was not read, or not yet. One that cannot be opened keeps nothing either.
  function clear(prefix) {
    gone.push(prefix);
    forget(prefix);
    write();
    return last = Promise.resolve(base || open()).then(function (opened) {
      return change(opened, function (documents) {
        documents.delete(IDBKeyRange.bound(prefix, prefix + "\uffff"));
      });
    }, function () { return false; });
  }

  var opening = new Promise(function (then) { then(open()); }).then(function (opened) {
    return read(opened).then(function (kept) {
      base = opened;
      mirror.kept = kept;
      gone.forEach(forget);
    });
  });
  // An old phone may take long. The app starts without it, and joins what it has when it comes.
  mirror.ready = soon(opening, WAIT).catch(function () {
    opening.then(function () {
      // Local storage came back empty: this is a kiosk.
      if (!people.kiosk && people.kioskOf(mirror.kept)) location.reload();
      else mirror.late();
    }, function () {});
  });
  // Nobody may come back to draw it.
  ["pagehide", "visibilitychange"].forEach(function (event) {
    addEventListener(event, function () { write(); });
  });
  return mirror;
})();
window.mirror = mirror;
