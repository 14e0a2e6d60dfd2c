// Watches what one press says back. Live regions count only if they were there before the press, and drawn, be it as nothing: a
// screen reader knows none that is hidden.
const regions = [...document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive], output')]
  .filter(region => region.checkVisibility());
const visible = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const { width, height } = parent.getBoundingClientRect();
    if (width > 4 && height > 4 && parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) texts.push(plain(walker.currentNode.data));
  }
  return texts.join(' ');
};
const heard = { pressed: 0, said: 0, before: visible(), visible };
const spoken = () => regions.map(region => region.textContent).join('\n');
let last = spoken();
addEventListener('click', () => heard.pressed ||= performance.now(), { capture: true, once: true });
new MutationObserver(() => {
  const now = spoken();
  if (now !== last && now.trim()) heard.said ||= performance.now();
  last = now;
}).observe(document.body, { subtree: true, childList: true, characterData: true });
window.feedback = heard;
