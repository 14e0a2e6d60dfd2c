// Before the app is there: the reader's language and colours, the data of the place in the address, and a calm page for what fails. A module: browsers
// that know none run `too-old.js` instead.
var html = document.documentElement;
var content = document.querySelector("meta[name=content]").content;
var says = {
  nl: ["Even wachten.", "Er ging iets mis. Je stappen zijn bewaard.", "Begin opnieuw", "Deze browser is te oud. Vraag je begeleider om hulp."],
  en: ["Please wait.", "Something went wrong. Your steps are safe.", "Start again", "This browser is too old. Ask your coach for help."],
  fr: ["Un moment.", "Il y a eu un souci. Tes étapes sont gardées.", "Recommencer", "Ce navigateur est trop vieux. Demande de l'aide à ton coach."]
};

// What the reader chose, as far as it can be read; the app itself reads it with care.
function chosen(name) {
  try {
    var saved = localStorage.getItem("stepwise:me:settings");
    var value = JSON.parse(saved.slice(saved.indexOf("{")))[name];
    return String(value[1]);
  } catch (_) {
    return "";
  }
}
var hash = location.hash;
var asked = /[?&]lang=([a-z]{2,3})/.exec(hash);
var wanted = [chosen("language"), asked && asked[1]].concat(navigator.languages || [navigator.language]);
var language = "nl";
for (var i = 0; i < wanted.length; i++) {
  var code = String(wanted[i] || "").slice(0, 2).toLowerCase();
  if (says[code]) {
    language = code;
    break;
  }
}
var words = says[language];
html.lang = language;
html.setAttribute("data-text", chosen("text-size") || "100");
html.setAttribute("data-colours", chosen("colours") || "auto");

function put(id, text) {
  document.getElementById(id).textContent = text;
}
put("first-says", words[0]);
put("calm-says", words[1]);
put("calm-again", words[2]);
document.getElementById("calm-again").onclick = function () {
  location.reload();
};
function fail() {
  html.setAttribute("data-failed", "");
}
// A trap or an exhausted memory announces itself to nobody else.
addEventListener("error", function (event) {
  if (event.error) fail();
});
addEventListener("unhandledrejection", fail);

if (typeof WebAssembly === "object") {
  start();
} else {
  put("first-says", words[3]);
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
  import("./{{js}}").then(function (app) {
    return app.default({ module_or_path: "{{wasm}}" });
  }).catch(fail);
}
