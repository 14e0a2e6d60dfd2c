// Reads the page from its top to its end as a screen reader does, and says nothing twice.
const done = arguments[0];
(async () => {
  const { virtual } = window.screenReader;
  await virtual.stop();
  await virtual.start({ container: document.querySelector('dialog:modal') || document.body });
  for (let count = 0; count < 500 && !['end of document', 'end of dialog'].includes(await virtual.lastSpokenPhrase()); count += 1) await virtual.next();
  const phrases = await virtual.spokenPhraseLog();
  await virtual.clearSpokenPhraseLog();
  return phrases;
})().then(done, error => done([`the screen reader stopped: ${error}`]));
