// What the first screen needs is asked for while the page itself is still coming and the line has room, not by the app when it is there; the app takes it from here.
var ask = (function () {
  var content = document.querySelector("meta[name=content]").content;
  var asked = {};

  function one(name) {
    var answer = fetch(content + name);
    // Whoever takes it hears of a failure.
    answer.catch(function () {});
    asked[content + name] = answer;
    return answer;
  }

  // A file for the app. One that did not come is asked for once more.
  function take(address) {
    var answer = asked[address];
    delete asked[address];
    var anew = function () { return fetch(address); };
    return answer ? answer.then(function (answer) { return answer.ok ? answer : anew(); }, anew) : anew();
  }

  var lesson = /^#\/(?:lesson|route)\/([a-z0-9-]+)/.exec(location.hash);
  var names = ["words." + reader.language + ".json"].concat(
    lesson ? ["lessons/" + lesson[1] + "." + reader.language + ".json", "pictures/" + lesson[1] + ".json"] : ["catalogue." + reader.language + ".json"]
  );
  // The answers to come: words, lesson and pictures, or words and course list. A browser without WebAssembly has no use for them.
  return { first: typeof WebAssembly === "object" ? names.map(one) : [], take: take };
})();
window.ask = ask;
