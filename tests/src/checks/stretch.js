// Texts of the same layer that lie over each other: pairs, in words.
const layer = element => { for (let one = element; one; one = one.parentElement) if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(one).position) || one.localName === 'dialog') return one; };
const root = sheet() || document.body;
const boxes = [];
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const parent = walker.currentNode.parentElement;
  if (!plain(walker.currentNode.data) || parent.closest('script, style, noscript, .skip') || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  const inner = range.getBoundingClientRect();
  const outer = parent.getBoundingClientRect();
  if (outer.width < 4 || outer.height < 4) continue;
  for (const box of range.getClientRects()) boxes.push({ parent, layer: layer(parent), box });
}
const faults = [];
boxes.forEach(({ parent, layer, box }, place) => {
  for (const other of boxes.slice(place + 1)) {
    if (other.parent === parent || other.layer !== layer || parent.contains(other.parent) || other.parent.contains(parent)) continue;
    const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    // A line's box is higher than its letters.
    if (wide > 3 && high > box.height * 0.3) faults.push(`${call(parent)} lies over ${call(other.parent)}`);
  }
});
return [...new Set(faults)];
