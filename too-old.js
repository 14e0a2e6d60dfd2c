// Only browsers without modules run this: they can not run the app, and say so. Words from locales/, as in boot.js.
(function () {
  var says = {{says}};
  window.onload = function () {
    var language = String(navigator.language || navigator.userLanguage).slice(0, 2).toLowerCase();
    var words = says[language] || says.en;
    document.documentElement.dir = words[0];
    document.getElementById("first-says").innerText = words[4];
    var link = document.createElement("a");
    link.href = "lite/" + (says[language] ? language : "en") + "/";
    link.innerText = words[5];
    document.getElementById("first-paint").appendChild(link);
  };
})();
