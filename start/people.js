// Who is at the device. One person alone needs no name: everything is kept for `me`. Where people have chosen pictures, one of them is here as long as the
// tab is open, and before that `nobody`, who can only say who they are. The keys are those of src/browser/storage.rs.
var people = (function () {
  var HERE = "stepwise:here";
  // Where the page was opened: a link leads there as soon as it is known for whom.
  var opened = location.hash;
  var mirrored = {};
  var people = { here: "me", all: all, look: look, enter: enter };

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
    people.here = here;
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
