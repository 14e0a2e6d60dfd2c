// Before the app is there: what the first screen needs is asked for while the app itself is on its way, and what fails is heard.
{{drawn}}
{{mirror}}
{{crashes}}
{{kiosk}}
{{offline}}
{{where}}
var html = document.documentElement;
var content = document.querySelector("meta[name=content]").content;
{{early}}

function fail(error) {
  if (!html.hasAttribute("data-failed")) first.fail(crashes.add(error) + "-" + content.split("/")[1].slice(0, 4));
}
// A trap or an exhausted memory announces itself to nobody else.
addEventListener("error", function (event) {
  if (event.error) fail(event.error);
});
addEventListener("unhandledrejection", function (event) {
  fail(event.reason);
});

if (typeof WebAssembly === "object") start();

// All that the first screen needs, asked for at once and not one after another; then the app.
function start() {
  early.begin();
  new MutationObserver(function (_, watch) {
    if (!html.hasAttribute("data-ready")) return;
    watch.disconnect();
    html.removeAttribute("data-first");
    first.tries(0);
    offline.begin();
  }).observe(html, { attributes: true });
  mirror.ready.then(begin).then(function () { return program({ module_or_path: "{{wasm}}" }); }).then(allowNoMore).catch(fail);
}

function begin() {
  people.look(mirror.kept);
  kiosk.begin();
  crashes.begin();
}

// WASM starts in every browser under `'unsafe-eval'`, while Chrome before 97 and Safari before 16 do not know `'wasm-unsafe-eval'`. So the policy of
// the page is the wider one until the app is there; from then on nothing is made from text any more. Not in browsers that may not know the narrower
// word, told by a function that came with or after it in each: they could not start the part of the app that comes late.
function allowNoMore() {
  if (!Array.prototype.toSorted) return;
  var policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self' 'wasm-unsafe-eval'";
  document.head.appendChild(policy);
}

// The JavaScript beside the WASM. Inside the page it comes while the line would wait for the first answer, and is one request less.
var program = (function () {
{{program}}
})();
