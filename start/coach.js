// Before the coach's pages are there: their data and the mirror are asked for at once, and what fails is heard.
{{mirror}}
var html = document.documentElement;
function fail() {
  html.setAttribute("data-failed", "");
}
// A trap or an exhausted memory announces itself to nobody else.
addEventListener("error", function (event) {
  if (event.error) fail();
});
addEventListener("unhandledrejection", fail);
Promise.all([import("./{{js}}"), mirror.ready]).then(function (both) {
  return both[0].default({ module_or_path: "{{wasm}}" });
}).catch(fail);
