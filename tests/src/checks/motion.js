// Before the page: writes down every movement that the style sheets begin, and how long it lasts in milliseconds. The style is asked,
// since a short movement may be over when its beginning is told.
window.moved = [];
const times = list => list.split(',').map(time => parseFloat(time) * (time.includes('ms') ? 1 : 1000));
const write = ({ target, type, animationName, propertyName, pseudoElement }) => {
  const style = getComputedStyle(target, pseudoElement || undefined);
  const rounds = style.animationIterationCount.split(',').map(count => count.trim() === 'infinite' ? 1e9 : Number(count));
  const longest = type === 'animationstart'
    ? Math.max(...times(style.animationDuration).map((time, at) => time * rounds[at % rounds.length]))
    : Math.max(...times(style.transitionDuration));
  window.moved.push([`<${target.localName} ${target.className}> ${animationName || propertyName}`, longest]);
};
for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, write, { capture: true });
