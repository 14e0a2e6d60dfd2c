// Reads a QR code with the camera, where the browser itself can. The device asks for the permission when somebody taps; no picture is kept or sent.
var camera = (function () {
  // In milliseconds: between two looks.
  var PAUSE = 200;
  var stream = null;
  // How often it was started or stopped: what was begun before does not go on.
  var turn = 0;

  function isThere() {
    return "BarcodeDetector" in window && !!navigator.mediaDevices;
  }

  function stop() {
    turn++;
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
  }

  // The text of the first code that is seen; null when it is stopped before. Fails when there is no camera, or no permission.
  function scan(video) {
    stop();
    var mine = turn;
    return navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (given) {
      stream = given;
      if (mine !== turn) {
        stop();
        return null;
      }
      video.srcObject = given;
      var detector = new BarcodeDetector({ formats: ["qr_code"] });
      return Promise.resolve(video.play()).then(function () {
        return look(video, detector, mine);
      });
    });
  }

  function look(video, detector, mine) {
    if (mine !== turn) return null;
    return detector.detect(video).then(function (codes) {
      if (mine !== turn) return null;
      if (codes.length) {
        stop();
        return codes[0].rawValue;
      }
      return new Promise(function (then) { setTimeout(then, PAUSE); }).then(function () {
        return look(video, detector, mine);
      });
    });
  }

  return { isThere: isThere, scan: scan, stop: stop };
})();
window.camera = camera;
