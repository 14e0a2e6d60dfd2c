// What the Tab key must reach, each group of radio buttons once. Asked after the walk: what has been reached is known by then.
const root = sheet() || document.body;
const groups = new Set();
const wanted = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(one => {
  if (one.disabled || one.tabIndex < 0 || one.closest('[inert]') || !seen(one) && !one.matches('.skip')) return false;
  if (one.type !== 'radio') return true;
  return !groups.has(one.name) && groups.add(one.name);
});
return wanted.filter(one => !window.stops?.has(one.type === 'radio' ? `radio ${one.name}` : one)).map(call);
