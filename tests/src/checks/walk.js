// Where the focus is now: what it is, whether it is seen, and whether the page is still the same.
const element = document.activeElement;
const signature = `${location.href}\n${document.querySelector('h1')?.innerText}\n${document.querySelector('main')?.innerText}`;
if (!element || element === document.body || element === document.documentElement) return { key: '', where: 'the page', ring: '', cover: '', main: false, box: [0, 0, 0, 0], signature };
const part = body(element);
window.stops ??= new Map();
const group = element.type === 'radio' ? `radio ${element.name}` : element;
if (!window.stops.has(group)) window.stops.set(group, `stop ${window.stops.size}`);

// The ring: 3 px at least, and one of its tones stands out from what is around it.
const read = colour => { const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return { r, g, b, a }; };
const light = ({ r, g, b }) => [r, g, b].map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (one, other) => { const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b); return (bright + 0.05) / (dark + 0.05); };
const ground = of => { for (let one = of; one; one = one.parentElement) { const colour = read(getComputedStyle(one).backgroundColor); if (colour.a > 0.9) return colour; } return { r: 255, g: 255, b: 255 }; };
const around = ground(part.parentElement);
const rings = [element, part].map(one => getComputedStyle(one)).filter(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3);
const tones = rings.flatMap(({ outlineColor, boxShadow }) => [outlineColor, ...boxShadow.match(/rgba?\([^)]*\)/g) || []]).map(read);
const best = Math.max(0, ...tones.map(tone => contrast(tone, around)));
const ring = !rings.length ? 'cannot be seen' : best < 3 && !matchMedia('(forced-colors: active)').matches ? `hardly stands out, ${Math.round(best * 10) / 10} to 1` : '';

const { x, y, width, height } = part.getBoundingClientRect();
const tops = [0.25, 0.5, 0.75].map(share => document.elementFromPoint(x + width / 2, y + height * share));
const cover = tops.filter(top => !top || !part.contains(top)).map(top => top ? call(top) : 'the edge of the screen')[0] || '';
return {
  key: window.stops.get(group), where: call(element), ring, cover, main: !!element.closest('main') && !element.closest('dialog'),
  box: [x + scrollX, y + scrollY, x + scrollX + width, y + scrollY + height], signature,
};
