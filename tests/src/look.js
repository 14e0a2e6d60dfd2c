// What a person finds on the page by role and name. Loaded before each look; keeps nothing.
const plain = text => (text || '').replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
const kinds = {
  button: 'button, [role=button]',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], textarea',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  heading: 'h1, h2, h3',
};
// The part that is seen and touched: of a radio button its label.
const body = element => element.matches('input[type=radio], input[type=checkbox]') && element.closest('label') || element;
// Browsers of 2021 do not know `:modal`, those of 2022 not `checkVisibility`.
const sheet = () => document.querySelector(CSS.supports('selector(:modal)') ? 'dialog:modal' : 'dialog[open]');
const isVisible = element => {
  if (element.checkVisibility) return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  let opaque = true;
  for (let one = element; one; one = one.parentElement) opaque &&= getComputedStyle(one).opacity !== '0';
  return opaque && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
};
const seen = element => {
  const open = sheet();
  const { width, height } = body(element).getBoundingClientRect();
  return isVisible(body(element)) && width > 0 && height > 0
    && (!open || open.contains(element));
};
const wordsOf = node => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.getAttribute('aria-hidden') === 'true') return '';
  if (node.hasAttribute('aria-label')) return ` ${node.getAttribute('aria-label')} `;
  if (node.localName === 'img') return ` ${node.alt} `;
  const { display } = getComputedStyle(node);
  if (display === 'none') return '';
  const inside = [...node.childNodes].map(wordsOf).join('');
  return display === 'inline' ? inside : ` ${inside} `;
};
// Only a sieve: the browser itself is asked for the name of what passes it.
const roughName = element => plain(element.getAttribute('aria-label')) || plain(wordsOf(body(element))) || plain(element.labels && element.labels[0] && wordsOf(element.labels[0]));
// An element in a few words, for a failure.
const call = element => {
  const owner = element.closest('svg')?.parentElement ?? element;
  return `<${owner.localName} ${owner.className}> "${roughName(owner).slice(0, 50)}"`;
};
const all = role => [...document.querySelectorAll(kinds[role])].filter(seen);
// Brings the thing into view, as a person scrolls: to the middle, or a bit up or down where a bar is in the way. Then says where
// its middle is and what lies on top there.
const reach = element => {
  const part = body(element);
  let reached;
  for (const share of [0, 0.15, 0.3, -0.15, -0.3]) {
    part.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    scrollBy({ top: innerHeight * share, behavior: 'instant' });
    const { x, y, width, height } = part.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    const top = document.elementFromPoint(middle.x, middle.y);
    const hit = !!top && (part === top || part.contains(top));
    // Fingers touch what is seen of the page, should it be moved or zoomed.
    const { offsetLeft, offsetTop, scale } = visualViewport;
    reached = { x: (middle.x - offsetLeft) * scale, y: (middle.y - offsetTop) * scale, hit, covered: top ? call(top) : 'the edge of the screen' };
    if (hit) break;
  }
  return reached;
};
