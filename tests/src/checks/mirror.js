// Turns the page to run from right to left and back, and says what does not stand where a mirror would show it. A hard word stands where its
// sentence puts it, and the keys for numbers stand the same in each language.
const root = document.documentElement;
const before = root.dir;
const measured = direction => {
  root.dir = direction;
  const boxes = new Map();
  const wide = root.clientWidth;
  for (const element of document.body.querySelectorAll('*')) {
    if (!seen(element) || element.closest('svg, .skip, .term, .keypad') || getComputedStyle(element).display === 'inline') continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 1) boxes.set(element, direction === 'rtl' ? [wide - right, wide - left] : [left, right]);
  }
  return boxes;
};
const straight = measured('ltr');
const mirrored = measured('rtl');
root.dir = before;
const out = [...straight].filter(([element, [left, right]]) => {
  const other = mirrored.get(element);
  if (!other) return false;
  const [start, end] = [Math.abs(other[0] - left), Math.abs(other[1] - right)];
  // A box as wide as its words may be a little wider when they run the other way; then one of its sides stands where it should.
  const isOther = Math.abs(other[1] - other[0] - right + left) > 0.5;
  return isOther ? Math.min(start, end) > 1.5 : Math.max(start, end) > 1.5;
});
// What stands inside of something displaced is displaced with it.
const outermost = out.filter(([element]) => !out.some(([other]) => other !== element && other.contains(element)));
return outermost.map(([element, [left]]) => `${call(element)} stands ${Math.round(mirrored.get(element)[0] - left)} px off when the page runs from right to left`);
