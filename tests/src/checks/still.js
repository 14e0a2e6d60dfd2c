// What no engine looks for on a page that stands still: controls without a keyboard, crowded targets, tight or long lines, text in
// another language than it says, wrong direction, dragging. Gives back a list of faults.
const faults = [];
const fault = (element, what) => faults.push(`${call(element)} ${what}`);
const open = sheet();
const root = open || document.body;
const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const boxOf = element => element.getBoundingClientRect();

// Reached by the keyboard: whatever reacts to a click. Listeners are known where `listening.js` ran before the page.
const reachable = 'a[href], button, input, select, textarea, summary, label, [tabindex]';
for (const element of root.querySelectorAll('*')) {
  if (!isSeen(element) || element.closest(reachable)) continue;
  const points = getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement).cursor !== 'pointer';
  const listens = element.onclick || window.clickable?.has(element);
  if (points || listens) fault(element, 'reacts to a click, but the keyboard cannot reach it');
}

// Room between targets: 8 px, so that a finger hits one. And none where the hand holds a phone.
const targets = [...root.querySelectorAll('button, a[href], input, select, summary, [tabindex="0"]')].filter(one => seen(one) && !one.matches('.skip'));
const bodies = [...new Set(targets.map(body))];
const gap = (one, other) => Math.max(
  Math.max(one.left, other.left) - Math.min(one.right, other.right),
  Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom),
);
const layer = element => { for (let one = element; one; one = one.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(one).position) || one.localName === 'dialog') return one; };
bodies.forEach((one, place) => {
  for (const other of bodies.slice(place + 1)) {
    if (one.contains(other) || other.contains(one) || layer(one) !== layer(other)) continue;
    const room = gap(boxOf(one), boxOf(other));
    if (room < 7.5) fault(one, `is ${Math.round(room * 10) / 10} px from ${call(other)}, should be 8`);
  }
  const { bottom } = boxOf(one);
  // What can be scrolled is not held there.
  const held = layer(one) && layer(one).scrollHeight <= layer(one).clientHeight + 1;
  if (innerWidth < 600 && held && bottom > innerHeight - 23.5 && bottom <= innerHeight) fault(one, `is ${Math.round(innerHeight - bottom)} px from the bottom of the screen, should be 24`);
});

// Lines: high enough, short enough.
const texts = [...root.querySelectorAll('*')].filter(one => isSeen(one) && !one.closest('script, style, noscript, svg, .skip') && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && plain(node.data)));
const canvas = document.createElement('canvas').getContext('2d');
for (const element of texts) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 4).map(({ top }) => Math.round(top / 4)));
  if (tops.size < 2) continue;
  const { fontSize, lineHeight, fontWeight, fontFamily } = getComputedStyle(element);
  const ratio = parseFloat(lineHeight) / parseFloat(fontSize);
  const isTitle = element.matches('h1, h2, h3, legend') || element.closest('h1, h2, h3, button, a, nav, legend') || parseInt(fontWeight) >= 600;
  if (ratio < (isTitle ? 1.25 : 1.5) - 0.01) fault(element, `has lines ${Math.round(ratio * 100) / 100} times as high as its letters, should be ${isTitle ? 1.25 : 1.5}`);
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  // A line holds as many characters as are as wide as the text's own mean character.
  const text = plain(element.textContent);
  const mean = canvas.measureText(text).width / text.length;
  const widest = Math.max(...[...range.getClientRects()].map(({ width }) => width));
  if (widest / mean > 62) fault(element, `has lines of ${Math.round(widest / mean)} characters, should be 60`);
}
if (document.querySelectorAll('h1').length > 1) faults.push(`the page has ${document.querySelectorAll('h1').length} headings of the first level`);

// Language: what is written is what the page says it is. Known by small words that every text has.
const small = {
  nl: 'de het een en je van is niet dat op te met voor wat naar ik jij dit die aan om ook bij zijn maar jouw deze geen kan dan wie hoe',
  en: 'the a and you of is not that on in to with for what this are your it i at be do can how who when but',
  fr: 'le la les un une et tu de du des est ne pas que sur dans avec pour ce qui ton ta tes te en me je à il elle sont mais comment',
  de: 'der die das und ist nicht du ein eine mit für auf im zu den dem wie was wer dein deine aber',
};
const scripts = { ar: /[\u0600-\u06ff]/g, uk: /[\u0400-\u04ff]/g, el: /[\u0370-\u03ff]/g };
const byScript = { ar: ['ar', 'fa', 'ur'], uk: ['uk', 'bg', 'ru', 'sr', 'mk'], el: ['el'] };
const claimed = element => (element.closest('[lang]')?.lang || '').split('-')[0].toLowerCase();
const judge = (text, language) => {
  for (const [script, letters] of Object.entries(scripts)) {
    const share = (text.match(letters) || []).length / (text.match(/\p{L}/gu) || [1]).length;
    if (share > 0.6 && !byScript[script].includes(language)) return byScript[script][0];
    if (share < 0.2 && byScript[script].includes(language) && text.length > 30) return 'another language';
  }
  if (!small[language]) return;
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  const score = of => words.filter(word => small[of].split(' ').includes(word)).length;
  const best = Object.keys(small).sort((one, other) => score(other) - score(one))[0];
  if (score(best) >= 3 && score(best) >= 2 * score(language) + 1) return best;
};
const whole = {};
for (const element of texts) (whole[claimed(element)] ??= []).push(plain(element.textContent));
for (const [language, parts] of Object.entries(whole)) {
  const found = judge(parts.join(' '), language);
  if (found) faults.push(`the page says that it is in "${language}", but its text is in ${found}`);
}
for (const element of texts) {
  const found = judge(plain(element.textContent), claimed(element));
  if (found) fault(element, `says that it is in "${claimed(element)}", but it is in ${found}`);
}

// Direction, of what has letters: a digit has none.
for (const element of [document.documentElement, ...texts.filter(element => /\p{L}/u.test(element.textContent))]) {
  const { direction } = getComputedStyle(element);
  const rightToLeft = byScript.ar.concat('he').includes(claimed(element));
  if (rightToLeft !== (direction === 'rtl')) fault(element, `is in "${claimed(element)}" and runs ${direction}`);
}

// What has no place on any page.
const banned = {
  '[draggable=true]': 'has to be dragged',
  '[tabindex]:not([tabindex="0"], [tabindex^="-"])': 'changes the order of the Tab key',
  '[accesskey]': 'has a key of its own',
  '[autofocus]': 'takes the focus',
  'audio[autoplay], video[autoplay]': 'plays by itself',
  'body [title]': 'says something only to whoever can hover',
  '[role=application]': 'takes the keys from the screen reader',
};
for (const [selector, what] of Object.entries(banned)) for (const element of document.querySelectorAll(selector)) fault(element, what);
return [...new Set(faults)];
