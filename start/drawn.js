// What a tap need not wait for: it runs when the answer to the tap is on the screen. All of one tap shares a frame, since each further one costs an old phone some milliseconds, and Chromium puts it before
// whatever waits for the first. Each runs in a task of its own, so that one that fails takes no other with it.
var drawn = (function () {
  // In milliseconds: the longest that it waits. A page that is not seen has no frames.
  var LONGEST = 100;
  var waiting = [];
  function run() {
    waiting.splice(0).forEach(function (then) { setTimeout(then); });
  }
  return function (then) {
    if (!waiting.length) {
      requestAnimationFrame(run);
      setTimeout(run, LONGEST);
    }
    waiting.push(then);
  };
})();
window.drawn = drawn;
