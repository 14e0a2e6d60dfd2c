// The app without internet: starts the worker, tells it what this page needs, and takes a newer build only where nothing is lost. `worker.js` does the work.
var offline = (function () {
  // How long a page that is never left waits before it looks for a newer build. In milliseconds: six hours.
  var LOOK_AGAIN = 21600000;
  var worker = navigator.serviceWorker;
  var build = document.querySelector("meta[name=build]").content;
  var html = document.documentElement;
  var tell = function () {};
  var UNKNOWN = 0;
  var ASKS = 1;
  var FETCHING = 2;
  var READY = 3;
  var now = [UNKNOWN, 0];
  var looked = 0;
  var takesNewer = false;
  var isLeft = false;
  var registration = null;

  // What is known of the language that is shown, and how many kB it weighs. The numbers are those of src/browser/offline.rs.
  function set(how, weight) {
    now = [how, weight];
    tell(how, weight);
  }
  function watch(call) {
    tell = call;
    call(now[0], now[1]);
  }

  function send(message, then) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      then(event.data);
    };
    registration.active.postMessage(message, [channel.port2]);
  }

  // On mobile data, and where it may be mobile data, a whole language is fetched only when somebody says so; then also later, unless it is known to cost.
  function mayFetch(saidYes) {
    var network = navigator.connection || {};
    if (network.saveData || network.type === "cellular") return false;
    return saidYes || network.type === "wifi" || network.type === "ethernet" || !matchMedia("(pointer: coarse)").matches;
  }

  // On a kiosk only where nobody is.
  function isHome() {
    return (!people.kiosk || kiosk.isFree()) && /^(#\/)?(\?|$)/.test(location.hash);
  }

  // All languages one after another, so that what is kept tells nothing about who was there.
  function keepEach(languages) {
    var language = languages.shift();
    if (language) send({ language: language, fetch: true }, function () { keepEach(languages); });
  }

  // How the language stands; at home the rest of it is fetched.
  function keep(saidYes) {
    var language = html.lang;
    if (people.kiosk) return isHome() && keepEach(Object.keys(first.says));
    send({ language: language }, function (stands) {
      if (language !== html.lang) return;
      if (stands.kept === stands.all) return set(READY, stands.weight);
      if (!saidYes && !(isHome() && mayFetch(stands.saidYes))) return set(ASKS, stands.weight);
      set(FETCHING, stands.weight);
      send({ language: language, fetch: true }, function (stands) {
        if (language === html.lang) set(stands.kept === stands.all ? READY : ASKS, stands.weight);
      });
    });
  }

  function leave() {
    isLeft = true;
  }

  // At home nothing is under way: a newer build that waits may begin. True if it does; then this page has nothing more to ask for.
  function takeNewer() {
    if (!isHome()) return false;
    if (registration.waiting) {
      takesNewer = true;
      addEventListener("beforeunload", leave);
      registration.waiting.postMessage({ begin: true });
      return true;
    }
    if (performance.now() - looked > LOOK_AGAIN) {
      looked = performance.now();
      registration.update().catch(function () {
        // No network.
      });
    }
    return false;
  }

  function begin() {
    if (!worker) return;
    worker.addEventListener("controllerchange", function () {
      // It may have taken a while, and the person may have gone on. A page that is loaded again while it is being left stays for good in Chromium 156.
      if (takesNewer && isHome() && !isLeft) location.reload();
    });
    worker.register("sw.js", { updateViaCache: "none" }).catch(function () {
      // Blocked, or no network: what there was before is there still.
    });
    worker.ready.then(function (ready) {
      registration = ready;
      addEventListener("hashchange", function () {
        if (!takeNewer()) keep(false);
      });
      if (takeNewer()) return;
      var used = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
      send({ started: build, used: used }, function () { keep(false); });
      new MutationObserver(function () { keep(false); }).observe(html, { attributes: true, attributeFilter: ["lang"] });
    }).catch(function () {
      // The browser lets nothing be kept.
    });
  }

  // All lessons of the language, since somebody asks for them.
  function fetchAll() {
    if (registration) keep(true);
  }

  // With the person goes what tells which lessons were opened.
  function forget() {
    if (registration) send({ forget: true }, function () { keep(false); });
  }

  return { begin: begin, watch: watch, fetchAll: fetchAll, forget: forget };
})();
window.offline = offline;
