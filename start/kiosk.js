// A kiosk: a screen that many people use one after another (start/people.js knows whether this is one). What leads out of the app, or lets something of one person
// stay for the next, is stopped here. A real lock is the work of the device: docs/kiosk.md.
var kiosk = (function () {
  // In milliseconds: how long a page that nobody uses stays. Loading it again looks for a newer build and gives back what a browser may have lost of its memory.
  var LONG = 21600000;
  var html = document.documentElement;

  function stop(event) {
    event.preventDefault();
  }

  // Keys that open something of the browser; what types letters stays. The right Alt key counts as two others on some devices.
  function key(event) {
    var shortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (shortcut || /^(F\d+|Browser.*|ContextMenu|Print.*|Launch.*)$/.test(event.key)) stop(event);
  }

  // A place of the app takes the place of the one before: there is no history for the next person to go back in. Nothing else is opened, nor saved, nor chosen.
  function tap(event) {
    var link = event.target.closest && event.target.closest("a, [type=file]");
    if (!link || event.defaultPrevented) return;
    var href = link.getAttribute("href") || "";
    if (href === "#main") return;
    stop(event);
    if (href.indexOf("#/") === 0) location.replace(href);
  }

  function select(event) {
    if (event.target.tagName !== "INPUT") stop(event);
  }

  // The browser gives it back whenever the page is not seen.
  function stayAwake() {
    if (navigator.wakeLock && !document.hidden) navigator.wakeLock.request("screen").catch(function () {
      // The battery is low, or the device decides.
    });
  }

  function isFree() {
    return html.getAttribute("data-kiosk") === "free";
  }

  function begin() {
    if (!people.kiosk) return;
    ["contextmenu", "dragstart", "gesturestart", "auxclick"].forEach(function (name) { addEventListener(name, stop); });
    addEventListener("selectstart", select);
    addEventListener("keydown", key, true);
    addEventListener("wheel", function (event) { if (event.ctrlKey) stop(event); }, { passive: false });
    addEventListener("click", tap);
    document.addEventListener("visibilitychange", stayAwake);
    stayAwake();
    setTimeout(function again() {
      // Without a worker there may be nothing to load it from.
      if (isFree() && navigator.serviceWorker && navigator.serviceWorker.controller) location.reload();
      else setTimeout(again, 60000);
    }, LONG);
  }

  // The sum of a code and its salt, in hex; nothing where the browser has no such thing: it is for safe addresses only.
  function sum(salt, code) {
    if (!window.crypto || !crypto.subtle) return Promise.resolve("");
    return crypto.subtle.digest("SHA-256", new TextEncoder().encode(salt + code)).then(function (sum) { return hex(new Uint8Array(sum)); });
  }
  function salt() {
    return hex(crypto.getRandomValues(new Uint8Array(16)));
  }
  function hex(bytes) {
    return Array.from(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
  }

  // Recorded sentences are kept when they are heard: that would tell of what somebody did.
  function forgetClips() {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return /^stepwise:.*:files$/.test(name); }).map(function (name) {
        return caches.open(name).then(function (files) {
          return files.keys().then(function (all) {
            return Promise.all(all.filter(function (one) { return /\.mp3$/.test(one.url); }).map(function (one) { return files.delete(one); }));
          });
        });
      }));
    });
  }

  // The person goes, and with the page all that it knew.
  function leave() {
    location.replace("#/");
    Promise.resolve(window.caches && forgetClips()).catch(function () {}).then(mirror.rest).then(function () { location.reload(); });
  }

  return { begin: begin, leave: leave, sum: sum, salt: salt, isFree: isFree };
})();
window.kiosk = kiosk;
