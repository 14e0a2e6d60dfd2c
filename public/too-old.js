// Only browsers without modules run this: they can not run the app, and say so.
(function () {
  var says = {
    nl: "Deze browser is te oud. Vraag je begeleider om hulp.",
    fr: "Ce navigateur est trop vieux. Demande de l'aide à ton coach.",
    en: "This browser is too old. Ask your coach for help."
  };
  window.onload = function () {
    var language = String(navigator.language || navigator.userLanguage).slice(0, 2).toLowerCase();
    document.getElementById("first-says").innerText = says[language] || says.en;
  };
})();
