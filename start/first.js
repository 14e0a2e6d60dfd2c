// Inside the page itself, so that it works even when no other file comes: the words to wait with, and the calm page for what fails. In old JavaScript: a browser that
// can not run the app must be able to say so.
var first = (function () {
  var html = document.documentElement;
  // In milliseconds: longer than an old phone on a slow network takes.
  var LONG = 15000;
  // How often "start again" loads the page again before what is stored of the app itself is thrown away. Once more than it takes a worker to go back
  // to the last build that worked.
  var PATIENT = 2;
  var TRIED = "stepwise:again";
  // By language: waiting, failed, begin again, too old, the lessons without the app, it takes long, inside another app, in a tab, in a private window,
  // my card, close. From locales/.
  var says = {{says}};

  var words = says[reader.language];

  function put(id, text) {
    document.getElementById(id).textContent = text;
  }
  function button(id) {
    put(id, words[2]);
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
  put("calm-says", people.kiosk ? words[1].split(".")[0] + "." : words[1]);
  button("calm-again");
  if ("noModule" in document.createElement("script") && typeof WebAssembly === "object") {
    put("first-says", words[0]);
    setTimeout(function () {
      if (html.hasAttribute("data-ready")) return;
      html.setAttribute("data-slow", "");
      put("first-says", words[5]);
      button("first-again");
      if (people.kiosk) setTimeout(again, LONG);
    }, LONG);
    // A script of the page that does not come, or is none of ours, announces itself only to those who listen on the way down. Once the app is there, it
    // can only be somebody else's, such as one that an extension of the browser puts in.
    addEventListener("error", function (event) {
      if (event.target.tagName === "SCRIPT" && !html.hasAttribute("data-ready")) fail("N");
    }, true);
  } else {
    put("first-says", words[3]);
    var lite = document.createElement("a");
    lite.href = "lite/" + reader.language + "/";
    lite.appendChild(document.createTextNode(words[4]));
    document.getElementById("first-paint").appendChild(lite);
  }
  return { says: says, words: words, fail: fail, tries: tries };
})();
