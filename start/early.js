// The first card of a lesson that nobody has begun on this device is drawn as soon as its words and picture have come: on a slow network there is something to read seconds
// before the app is there. It is drawn as src/pages/lesson.rs and src/cards/tell.rs draw it, and taken away in the moment in which they have. What is tapped before is tapped
// again then.
var early = (function () {
  var html = document.documentElement;

  function read(answer) {
    return answer.clone().json();
  }

  function part(tag, className, inside) {
    var element = document.createElement(tag);
    element.className = className;
    inside.forEach(function (one) { element.append(one); });
    return element;
  }
  function glyph(name) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var use = document.createElementNS(svg.namespaceURI, "use");
    svg.setAttribute("class", "glyph");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#glyph-" + name);
    svg.append(use);
    return svg;
  }
  function named(name, element) {
    element.setAttribute("aria-label", name);
    return element;
  }
  function home(className, name, sign) {
    var link = named(name, part("a", className, [glyph(sign)]));
    link.href = "#/";
    return link;
  }
  // `[word|term]` is a word that is explained: only in the app.
  function sentences(text) {
    return part("span", "", text.replace(/\[([^|\]]*)\|[^\]]*\]/g, "$1").split("\n").map(function (one) { return part("span", "sentence", [one + " "]); }));
  }

  function card(step, alt, drawing) {
    var image = part("img", "picture", []);
    image.alt = alt || "";
    image.src = "data:image/svg+xml," + drawing.replace(/%/g, "%25").replace(/#/g, "%23");
    var lines = (step.say || []).map(function (text) { return part("p", "say", [sentences(text)]); });
    return part("div", "card tell", [part("div", "plate", [image]), part("div", "card-text", [part("h1", "", [sentences(step.heading)])].concat(lines))]);
  }

  function draw(files) {
    var words = files[0];
    var lesson = files[1];
    var drawings = files[2];
    var step = lesson.steps[0];
    var drawing = step.shown && drawings[step.shown.picture];
    if (step.card !== "tell" || !drawing || html.hasAttribute("data-ready")) return;
    var stones = lesson.steps.map(function (_, at) { return part("span", at ? "stone" : "stone here", []); });
    var says = words[{{step_of}}].replace("{step}", 1).replace("{steps}", stones.length);
    var row = named(says, part("div", "stones", stones));
    row.setAttribute("role", "img");
    var looks = named(words[{{settings_sheet}}], part("button", "round", [glyph("text-size")]));
    looks.id = "looks";
    var listen = part("button", "listen", [glyph("listen"), part("span", "", [words[{{listen}}]])]);
    listen.id = "listen";
    var next = part("button", "main-action", [part("span", "", [words[{{next}}]]), glyph("next")]);
    var page = part("div", "page lesson tint-" + lesson.tint, [
      part("header", "top", [home("round", words[{{close}}], "close"), row, looks]),
      part("main", "", [card(step, lesson.alts && lesson.alts[step.shown.picture], drawing)]),
      part("div", "foot", [part("footer", "bottom", [home("round back", words[{{back}}], "back"), listen, next])]),
    ]);
    page.id = "early";
    var tapped = "";
    page.onclick = function (event) {
      var button = event.target.closest("button");
      if (button) tapped = button.id ? "#" + button.id : ".bottom .main-action";
      if (button) button.setAttribute("aria-busy", "true");
    };
    html.setAttribute("data-early", "");
    document.body.insertBefore(page, document.getElementById("calm-page"));
    new MutationObserver(function (_, watch) {
      var app = document.querySelector(".page:not(#early) h1");
      if (!app) return;
      watch.disconnect();
      page.remove();
      html.removeAttribute("data-early");
      var button = tapped && document.querySelector(tapped);
      if (button) button.click();
    }).observe(document.body, { childList: true, subtree: true });
  }

  function begun() {
    var here = "stepwise:" + people.here + ":sessions";
    try {
      return people.here !== "me" || localStorage.getItem(here) || localStorage.getItem(here + ":b") || mirror.kept[here];
    } catch (_) {
      return false;
    }
  }

  function begin() {
    Promise.all(ask.first.concat(mirror.ready)).then(function (answers) {
      // Not for a link to a single card.
      var atFirst = /^#\/(lesson\/[a-z0-9-]+|route\/[a-z0-9\/-]+)(\?|$)/.test(location.hash);
      if (atFirst && !begun()) return Promise.all(answers.slice(0, 3).map(read)).then(draw);
    }).catch(function () {
      // The app tells of what did not come.
    });
  }

  return { begin: begin };
})();
