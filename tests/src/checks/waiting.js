// Before the page: timers wait until `pass` lets time go by, and all clocks go with it. Short ones ring as usual, so that the page
// can be drawn.
const waiting = new Map();
let gone = 0;
let next = 1e6;
const [timeout, interval] = [window.setTimeout, window.setInterval];
const [now, tick] = [Date.now.bind(Date), performance.now.bind(performance)];
Date.now = () => now() + gone;
performance.now = () => tick() + gone;
const Clock = Date;
window.Date = class extends Clock { constructor(...parts) { parts.length ? super(...parts) : super(now() + gone); } static now() { return now() + gone; } };
const SHORT = 300;
const wait = (call, time, every, rest) => { waiting.set(next, { call: () => typeof call === 'function' ? call(...rest) : undefined, at: gone + time, every }); return next++; };
window.setTimeout = (call, time = 0, ...rest) => time <= SHORT ? timeout(call, time, ...rest) : wait(call, time, 0, rest);
window.setInterval = (call, time = 0, ...rest) => time <= SHORT ? interval(call, time, ...rest) : wait(call, time, time, rest);
const [clearOne, clearAll] = [window.clearTimeout, window.clearInterval];
window.clearTimeout = id => waiting.delete(id) || clearOne(id);
window.clearInterval = id => waiting.delete(id) || clearAll(id);
window.pass = time => {
  const end = gone + time;
  let rang = 0;
  for (;;) {
    const due = [...waiting].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
    if (!due || rang > 100000) break;
    const [id, timer] = due;
    gone = timer.at;
    if (timer.every) timer.at += timer.every; else waiting.delete(id);
    timer.call();
    rang += 1;
  }
  gone = end;
  return rang;
};
