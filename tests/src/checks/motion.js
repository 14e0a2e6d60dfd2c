// Before the page: writes down every movement that the style sheets or scripts begin, and how long it lasts in milliseconds.
window.moved = [];
const write = ({ target, animationName, propertyName }) => {
  const name = animationName || propertyName;
  for (const animation of target.getAnimations({ subtree: true })) {
    if (![animation.animationName, animation.transitionProperty].includes(name)) continue;
    window.moved.push([`<${target.localName} ${target.className}> ${name}`, animation.effect.getComputedTiming().endTime]);
  }
};
for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, write, { capture: true });
