// Before the page: remembers which elements listen for clicks.
window.clickable = new Set();
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (kind, ...rest) {
  if (this instanceof Element && ['click', 'pointerup', 'mouseup', 'touchend'].includes(kind)) window.clickable.add(this);
  return add.call(this, kind, ...rest);
};
