// Inside the page, before anything of it is drawn: who reads, in which language and colours, and then what the first screen needs is asked for. In old JavaScript: a browser that
// can not run the app must be able to say so.
{{people}}
var reader = (function () {
  var html = document.documentElement;
  // By language, left to right or right to left.
  var directions = {{directions}};

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
    if (directions[code]) {
      language = code;
      break;
    }
  }
  html.lang = language;
  html.dir = directions[language];
  html.setAttribute("data-text", chosen("text-size") || "100");
  html.setAttribute("data-colours", chosen("colours") || "auto");
  // Without a worker nothing is kept yet: everything has to come over the network.
  if (!(navigator.serviceWorker && navigator.serviceWorker.controller)) html.setAttribute("data-first", "");
  return { language: language };
})();
{{ask}}
