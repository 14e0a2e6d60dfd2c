// Turns the page to run from right to left and back, and says what does not stand where a mirror would show it.
const root = document.documentElement;
const before = root.dir;
const measured = direction => {
  root.dir = direction;
  const boxes = new Map();
  const wide = root.clientWidth;
  for (const element of document.body.querySelectorAll('*')) {
    if (!seen(element) || element.closest('svg, .skip') || getComputedStyle(element).display === 'inline') continue;
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
  return other && (Math.abs(other[0] - left) > 1.5 || Math.abs(other[1] - right) > 1.5);
});
// What stands inside of something displaced is displaced with it.
const outermost = out.filter(([element]) => !out.some(([other]) => other !== element && other.contains(element)));
return outermost.map(([element, [left]]) => `${call(element)} stands ${Math.round(mirrored.get(element)[0] - left)} px off when the page runs from right to left`);
