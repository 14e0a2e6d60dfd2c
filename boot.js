// Before the app is there: the reader's language and colours, the data of the place in the address, and a calm page for what fails. A module: browsers
// that know none run `too-old.js` instead.
{{mirror}}
{{crashes}}
var html = document.documentElement;
var content = document.querySelector("meta[name=content]").content;
// By language: direction, waiting, failed, begin again, too old, the lessons without the app. From locales/.
var says = {{says}};

// What the reader chose, as far as it can be read; the app itself reads it with care.
function chosen(name) {
  return kept(name) || kept("suggested-" + name);
}
function kept(name) {
  var latest = [0, ""];
  ["", ":b"].forEach(function (copy) {
    try {
      var saved = localStorage.getItem("stepwise:me:settings" + copy);
      var value = JSON.parse(saved.slice(saved.indexOf("{")))[name];
      if (value[0] > latest[0]) latest = value;
    } catch (_) {
      // Not there, or not to be read.
    }
  });
  return String(latest[1]);
}
var hash = location.hash;
var asked = /[?&]lang=([a-z]{2,3})/.exec(hash);
var wanted = [kept("language"), asked && asked[1], kept("suggested-language")].concat(navigator.languages || [navigator.language]);
var language = Object.keys(says)[0];
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

function put(id, text) {
  document.getElementById(id).textContent = text;
}
put("first-says", words[1]);
put("calm-says", words[2]);
put("calm-again", words[3]);
document.getElementById("calm-again").onclick = function () {
  location.reload();
};
function fail(error) {
  if (html.hasAttribute("data-failed")) return;
  html.setAttribute("data-failed", "");
  put("calm-code", crashes.add(error) + "-" + content.split("/")[1].slice(0, 4));
}
// A trap or an exhausted memory announces itself to nobody else.
addEventListener("error", function (event) {
  if (event.error) fail(event.error);
});
addEventListener("unhandledrejection", function (event) {
  fail(event.reason);
});

if (typeof WebAssembly === "object") {
  start();
} else {
  put("first-says", words[4]);
  var lite = document.createElement("a");
  lite.href = "lite/" + language + "/";
  lite.textContent = words[5];
  document.getElementById("first-paint").appendChild(lite);
}

// All that the first screen needs, asked for at once and not one after another; then the app.
function start() {
  var lesson = /^#\/lesson\/([a-z0-9-]+)/.exec(hash);
  var first = ["words." + language + ".json", "catalogue." + language + ".json"];
  if (lesson) first.push("lessons/" + lesson[1] + "." + language + ".json", "pictures/" + lesson[1] + ".json");
  first.forEach(function (name) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = content + name;
    document.head.appendChild(link);
  });
  Promise.all([import("./{{js}}"), mirror.ready.then(crashes.begin)]).then(function (both) {
    return both[0].default({ module_or_path: "{{wasm}}" });
  }).then(allowNoMore).catch(fail);
}

// WASM starts in every browser under `'unsafe-eval'`, while Chrome before 97 and Safari before 16 do not know `'wasm-unsafe-eval'`. So the policy of
// the page is the wider one until the app is there; from then on nothing is made from text or bytes any more, in any browser.
function allowNoMore() {
  var policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self'";
  document.head.appendChild(policy);
}
