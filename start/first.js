// The very first, inside the page itself, so that it works even when no other file comes: the reader's language and colours, the words to wait with, and
// the calm page for what fails. In old JavaScript: a browser that can not run the app must be able to say so.
{{people}}
var first = (function () {
  var html = document.documentElement;
  // In milliseconds: longer than an old phone on a slow network takes.
  var LONG = 15000;
  // How often "start again" loads the page again before what is stored of the app itself is thrown away. Once more than it takes a worker to go back
  // to the last build that worked.
  var PATIENT = 2;
  var TRIED = "stepwise:again";
  // By language: direction, waiting, failed, begin again, too old, the lessons without the app, it takes long, inside another app, in a tab, in a private window,
  // my card, close. From locales/.
  var says = {{says}};

  // What the reader chose, as far as it can be read; the app itself reads it with care.
  function chosen(name) {
    return kept(name) || kept("suggested-" + name);
  }
  function kept(name) {
    var latest = [0, ""];
    ["", ":b"].forEach(function (copy) {
      try {
        var saved = localStorage.getItem("stepwise:" + people.here + ":settings" + copy);
        var value = JSON.parse(saved.slice(saved.indexOf("{")))[name];
        if (value[0] > latest[0]) latest = value;
      } catch (_) {
        // Not there, or not to be read.
      }
    });
    return String(latest[1]);
  }
  var asked = /[?&]lang=([a-z]{2,3})/.exec(location.hash);
  var wanted = [kept("language"), asked && asked[1], kept("suggested-language")].concat(navigator.languages || [navigator.language || navigator.userLanguage]);
  var language = "{{fallback}}";
  for (var i = 0; i < wanted.length; i++) {
    var code = String(wanted[i] || "").slice(0, 2).toLowerCase();
    if (says[code]) {
      language = code;
      break;
    }
  }
  var words = says[language];
  html.lang = language;
  html.dir = words[0];
  html.setAttribute("data-text", chosen("text-size") || "100");
  html.setAttribute("data-colours", chosen("colours") || "auto");
  // Without a worker nothing is kept yet: everything has to come over the network.
  if (!(navigator.serviceWorker && navigator.serviceWorker.controller)) html.setAttribute("data-first", "");

  function put(id, text) {
    document.getElementById(id).textContent = text;
  }
  function button(id) {
    put(id, words[3]);
    document.getElementById(id).onclick = again;
  }

  // Shown instead of the app, with a code that a coach can pass on.
  function fail(code) {
    if (html.hasAttribute("data-failed")) return;
    html.setAttribute("data-failed", "");
    // The first card goes with all else.
    html.removeAttribute("data-early");
    put("calm-code", code);
    // Nobody may be there to tap.
    if (people.kiosk) setTimeout(again, LONG);
  }

  // What was tried is counted until the app is there.
  function tries(count) {
    try {
      if (count === undefined) return Number(sessionStorage.getItem(TRIED)) || 0;
      if (count) sessionStorage.setItem(TRIED, count);
      else sessionStorage.removeItem(TRIED);
    } catch (_) {
      // Then each try is like the first.
    }
    return 0;
  }
  function again() {
    var count = tries();
    tries(count + 1);
    (count < PATIENT ? Promise.resolve() : repair()).then(function () {
      location.reload();
    });
  }

  // Throws away what is stored of the app, so that it is fetched anew; only when the network is there to fetch it from. What a person has done is not touched.
  function repair() {
    return fetch("sw.js", { cache: "no-store" }).then(function (answer) {
      if (!answer.ok) return;
      var home = "stepwise:" + new URL("./", location.href).pathname + ":";
      return Promise.all([
        caches.keys().then(function (names) {
          return Promise.all(names.filter(function (name) { return name.indexOf(home) === 0; }).map(function (name) { return caches.delete(name); }));
        }),
        navigator.serviceWorker.getRegistration().then(function (worker) { return worker && worker.unregister(); }),
      ]);
    }).catch(function () {
      // There is nothing stored, or nothing to fetch from.
    });
  }

  // Of a guest nothing was kept that could be safe.
  put("calm-says", people.kiosk ? words[2].split(".")[0] + "." : words[2]);
  button("calm-again");
  if ("noModule" in document.createElement("script") && typeof WebAssembly === "object") {
    put("first-says", words[1]);
    setTimeout(function () {
      if (html.hasAttribute("data-ready")) return;
      html.setAttribute("data-slow", "");
      put("first-says", words[6]);
      button("first-again");
      if (people.kiosk) setTimeout(again, LONG);
    }, LONG);
    // A script of the page that does not come, or is none of ours, announces itself only to those who listen on the way down. Once the app is there, it
    // can only be somebody else's, such as one that an extension of the browser puts in.
    addEventListener("error", function (event) {
      if (event.target.tagName === "SCRIPT" && !html.hasAttribute("data-ready")) fail("N");
    }, true);
  } else {
    put("first-says", words[4]);
    var lite = document.createElement("a");
    lite.href = "lite/" + language + "/";
    lite.appendChild(document.createTextNode(words[5]));
    document.getElementById("first-paint").appendChild(lite);
  }
  return { language: language, says: says, words: words, fail: fail, tries: tries };
})();
