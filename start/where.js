// Where the app stands on this device, when steps do not stay there for long: inside another app, in a tab of Safari on an iPhone, in a private window of Firefox. Said once
// at the top, in one sentence with a picture and with what to do instead, before anybody invests time. Where the browser does not tell, nothing is said. No permission is asked for.
(function () {
  var CLOSED = "stepwise:where";
  var html = document.documentElement;
  var agent = navigator.userAgent;
  // Apps that open links in a window of their own, by what they add to the name of the browser; the last is any app of Android.
  var OTHER_APPS = /FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|TikTok|musical_ly|Twitter|LinkedInApp|GSA\/|; wv\)/;
  var isApple = /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1);

  // `app`: what is kept stays in the other app. `tab`: Safari deletes it after seven days of use without a visit, unless the app is on the home screen. `private`: it goes with the window.
  function where() {
    if (people.kiosk) return "";
    if (navigator.standalone || matchMedia("(display-mode: standalone)").matches) return "";
    if (OTHER_APPS.test(agent) || (isApple && !/Safari\//.test(agent))) return "app";
    if (isApple && navigator.standalone === false) return "tab";
    if (/Firefox\//.test(agent) && isSecureContext && !("serviceWorker" in navigator)) return "private";
    return "";
  }

  var place = where();
  try {
    if (sessionStorage.getItem(CLOSED)) place = "";
  } catch (_) {
    // Then it is said at each start.
  }
  if (!place) return;
  var aside = document.getElementById("where");
  function say() {
    var words = first.says[html.lang] || first.words;
    var one = { app: 6, tab: 7, private: 8 }[place];
    document.getElementById("where-says").textContent = words[one];
    var card = document.getElementById("where-card");
    card.textContent = words[9];
    // A card of nothing helps nobody, and another app may hold no other.
    card.hidden = place === "app";
    document.getElementById("where-close").setAttribute("aria-label", words[10]);
    // The sign that Safari has for the home screen; an arrow out of the other app.
    document.getElementById("where-picture").setAttribute("href", "#glyph-" + { app: "next", tab: "share", private: "info" }[place]);
    aside.hidden = false;
  }
  say();
  new MutationObserver(say).observe(html, { attributes: true, attributeFilter: ["lang"] });
  // A button and not a link: it stands before the link that skips to the content, which has to be the first of all.
  document.getElementById("where-card").onclick = function () {
    location.hash = "#/card";
  };
  document.getElementById("where-close").onclick = function () {
    place = "";
    aside.remove();
    try {
      sessionStorage.setItem(CLOSED, "1");
    } catch (_) {
      // Then it is said again at the next start.
    }
  };
})();
