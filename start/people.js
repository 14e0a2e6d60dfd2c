// Who is at the device. One person alone needs no name: everything is kept for `me`. Where people have chosen pictures, one of them is here as long as the
// tab is open, and before that `nobody`, who can only say who they are. On a kiosk it is always the `guest`, of whom nothing is kept; nor is
// anything of a coach who tries a lesson (`?preview`). The keys are those of src/browser/storage.rs.
var people = (function () {
  var HERE = "stepwise:here";
  var KIOSK = "stepwise:kiosk";
  // Where the page was opened: a link leads there as soon as it is known for whom.
  var opened = location.hash;
  var mirrored = {};
  var people = { here: "me", kiosk: false, kioskOf: kioskOf, all: all, look: look, enter: enter };

  // Everybody who has a picture, in the order of their names.
  function all() {
    var keys = Object.keys(mirrored);
    try {
      keys = keys.concat(Object.keys(localStorage));
    } catch (_) {
      // Blocked: nobody is known.
    }
    var found = {};
    keys.forEach(function (key) {
      var match = /^stepwise:([a-z-]+):person(:b)?$/.exec(key);
      if (match) found[match[1]] = true;
    });
    return Object.keys(found).sort();
  }

  // Says who is here. `kept` is what the mirror has, which is read a little later than local storage.
  function look(kept) {
    mirrored = kept;
    var known = all();
    var here = known.length ? "nobody" : "me";
    try {
      var chosen = sessionStorage.getItem(HERE);
      if (known.indexOf(chosen) >= 0) here = chosen;
    } catch (_) {
      // Then everybody is asked at each start.
    }
    people.here = /[?&]preview\b/.test(location.search) ? "preview" : here;
    beKiosk(kioskOf(kept));
  }

  // What makes this device a kiosk, as local storage has it now, which may have lost what the mirror kept.
  function kioskOf(kept) {
    try {
      if (localStorage.getItem(KIOSK) === null && kept[KIOSK]) localStorage.setItem(KIOSK, kept[KIOSK]);
      return localStorage.getItem(KIOSK);
    } catch (_) {
      return kept[KIOSK];
    }
  }

  // Every page of a kiosk begins where anybody may begin, in the first of its languages; only its coach opens another by address.
  function beKiosk(text) {
    if (!text) return;
    people.kiosk = true;
    people.here = "guest";
    document.documentElement.setAttribute("data-kiosk", "free");
    var language = /"languages":\["([a-z]{2,3})"/.exec(text);
    if (location.hash.indexOf("#/kiosk")) history.replaceState(null, "", "#/" + (language ? "?lang=" + language[1] : ""));
  }

  // Another person, another page: nothing of one stays in the memory of the next. Somebody new begins in the language in which they said so.
  function enter(person, href, language) {
    try {
      sessionStorage.setItem(HERE, person);
    } catch (_) {
      // Then they are asked again.
    }
    var to = href || (people.here === "nobody" && opened.indexOf("#/people") ? opened : "") || "#/";
    if (language && to.indexOf("lang=") < 0) to += (to.indexOf("?") < 0 ? "?" : "&") + "lang=" + language;
    history.replaceState(null, "", to);
    mirror.rest().then(function () {
      location.reload();
    });
  }

  look(mirrored);
  return people;
})();
