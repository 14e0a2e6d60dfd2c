// The app fails again and again: it is started more and more carefully, and what was kept is set aside, not lost. Two failures within a minute: home, without
// the half-given answers, which are the most particular thing that is kept. One more: without anything that was kept.
var crashes = (function () {
  // In milliseconds.
  var MINUTE = 60000;
  // By build: the worker may go back to the one before, which is not to blame.
  var KEY = "stepwise:failed:" + document.querySelector("meta[name=build]").content;
  // The names and number of keys are those of src/browser/storage.rs, so that deleting everything takes these along.
  var ASIDE = 12;
  var prefix = "";

  function recent() {
    try {
      return (sessionStorage.getItem(KEY) || "").split(",").map(Number).filter(function (time) {
        return Date.now() - time < MINUTE;
      });
    } catch (_) {
      return [];
    }
  }

  function kindOf(error) {
    if (error instanceof RangeError) return "M";
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) return "T";
    if (document.documentElement.hasAttribute("data-ready")) return "E";
    // A file that did not come, that is no script, that is no program.
    var cut = [TypeError, SyntaxError, typeof WebAssembly === "object" ? WebAssembly.CompileError : TypeError];
    return cut.some(function (kind) { return error instanceof kind; }) ? "N" : "E";
  }

  // What a coach can pass on: the kind of failure. T: the program trapped, also where it gets no more memory. M: the stack is full, or the browser itself has no more memory.
  // N: something did not come, or not whole; that is the network's fault, and no reason to set anything aside. E: anything else.
  function add(error) {
    var kind = kindOf(error);
    try {
      if (kind !== "N") sessionStorage.setItem(KEY, recent().concat(Date.now()).join(","));
    } catch (_) {
      // Then each start is like the first.
    }
    return kind;
  }

  function setAside(key) {
    mirror.setAside(key);
    ["", ":b"].forEach(function (copy) {
      try {
        var text = localStorage.getItem(key + copy);
        for (var place = 0; text !== null && place < ASIDE; place++) {
          var aside = prefix + "aside-" + place;
          if (localStorage.getItem(aside) === null) {
            localStorage.setItem(aside, text);
            localStorage.removeItem(key + copy);
            break;
          }
        }
      } catch (_) {
        // What cannot be set aside stays where it is.
      }
    });
  }

  // Before the app starts, when the mirror was read.
  function begin() {
    var failures = recent().length;
    if (failures < 2) return;
    history.replaceState(null, "", "#/");
    prefix = "stepwise:" + people.here + ":";
    (failures === 2 ? ["sessions"] : ["sessions", "practice", "settings", "progress"]).forEach(function (name) {
      setAside(prefix + name);
    });
  }

  return { add: add, begin: begin };
})();
