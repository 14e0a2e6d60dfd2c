// Measures the page as it is now: how large targets and letters are, what is cut, what sticks out. Gives back a list of faults.
const [full] = arguments;
const faults = [];
const fault = (element, what) => faults.push(`${call(element)} ${what}`);
const open = sheet();
const root = open || document.body;
const inDevice = element => element.closest('main [role=group]');

// Targets
for (const target of root.querySelectorAll('button, a[href], input, summary, [tabindex="0"]')) {
  if (!seen(target) || target.disabled || target.matches('.skip')) continue;
  const { width, height } = body(target).getBoundingClientRect();
  const main = target.closest('footer') && !target.getAttribute('aria-label');
  const answer = target.matches('main .card input[type=radio], main li > button[aria-pressed]') && !inDevice(target);
  const least = main || answer ? 64 : 48;
  if (height < least - 0.5 || width < 47.5) fault(target, `is ${Math.round(width)}×${Math.round(height)}, should be ${least} high`);
}

// Text
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const parent = node.parentElement;
  if (!plain(node.data) || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
  if (parent.closest('.skip, script, style, noscript, title') || open && !open.contains(parent)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const size = parseFloat(getComputedStyle(parent).fontSize);
  if (full && size < 17.9) fault(parent, `has letters of ${size} px`);
  const sentence = parent.matches('.lesson main h1, .lesson main p') && !inDevice(parent) && !parent.closest('[aria-live=polite]');
  if (full && sentence && size < 23.9) fault(parent, `is a sentence of the lesson in letters of ${size} px`);
  const around = [];
  for (let one = parent; one && one !== document.documentElement; one = one.parentElement) around.push([one, one.getBoundingClientRect(), getComputedStyle(one)]);
  // Words for a screen reader only live in a box of one pixel.
  if (around.some(([, edge]) => edge.width < 4 || edge.height < 4)) continue;
  // A word is parted where it has a hyphen, or a place for one, and nowhere else; in headings and titles the browser finds such places, which is not seen from here. A choice has room for its words.
  const whole = full && (getComputedStyle(parent).hyphens !== 'auto' || parent.closest('.choice'));
  for (const { index, 0: word } of whole ? node.data.matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu) : []) {
    // Of each letter the last box: the first one of a letter behind a hyphen may be the hyphen's.
    const lines = new Set([...word].map((_, at) => {
      const letter = document.createRange();
      letter.setStart(node, index + at);
      letter.setEnd(node, index + at + 1);
      return Math.round([...letter.getClientRects()].at(-1)?.top);
    }).filter(Number.isFinite));
    if (lines.size > 1) fault(parent, `parts the word ${word}`);
  }
  for (const box of range.getClientRects()) {
    if (box.width < 2) continue;
    if (box.right > innerWidth + 1 || box.left < -1) fault(parent, `sticks out of the screen, from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    for (const [one, edge, { overflowX, overflowY, display }] of around) {
      const clips = [overflowX, overflowY].some(flow => flow === 'hidden' || flow === 'clip');
      if (display === 'contents' || !clips && !one.matches('button, a, label')) continue;
      const out = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
      // The box of a line is a little taller than its letters.
      if (out > 4) { fault(parent, `is cut or spills by ${Math.round(out)} px at ${call(one)}`); break; }
    }
  }
}

// The page
const [, screen] = arguments;
const wide = Math.max(document.documentElement.scrollWidth, innerWidth);
if (wide > screen) {
  const out = [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > screen + 1 && seen(one));
  const inner = out.filter(one => !out.some(other => other !== one && one.contains(other))).slice(0, 4);
  faults.push(`the page is ${wide} wide on a screen of ${screen}: ${[...new Set(inner.map(call))].join(', ')}`);
}
return [...new Set(faults)];
