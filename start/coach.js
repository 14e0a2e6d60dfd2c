// Before the coach's pages are there: the mirror and the program are asked for at once, and what fails is heard.
// No worker is here, and this page is no kiosk, wherever it is opened: `start/people.js` is the app's.
var people = {
  here: "coach",
  kiosk: false,
  kioskOf: function () {
    return null;
  },
};
window.people = people;
{{drawn}}
{{mirror}}
{{camera}}
var html = document.documentElement;
// The app asks for its files through `start/ask.js`; here they are asked for when they are wanted.
window.ask = {
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
