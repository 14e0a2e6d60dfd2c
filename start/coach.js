// Before the coach's pages are there: the mirror and the program are asked for at once, and what fails is heard.
{{mirror}}
var html = document.documentElement;
// The app asks for its files through `start/early.js`; here they are asked for when they are wanted.
window.early = {
  take: function (address) {
    return fetch(address);
  },
};
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
