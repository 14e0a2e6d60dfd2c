// In each page that is measured, before its own scripts: when is something seen, and how long after a tap does the answer to it come. What is looked for is found by a CSS selector
// and, where that is not enough, by a part of its text, in the page and in frames of the same host, since H5P puts its question into one.
const bench = (window.bench = {
  // Where an element of this look and these words is on the screen, in CSS pixels of the page; nothing if it cannot be seen.
  find(css, text) {
    for (const [root, left, top] of bench.documents(document, 0, 0)) {
      for (const element of root.querySelectorAll(css)) {
        if (text && !element.textContent.replaceAll("\u00ad", "").includes(text)) continue;
        const box = element.getBoundingClientRect();
        if (!box.width || !box.height || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        return { element, x: left + box.x + box.width / 2, y: top + box.y + box.height / 2 };
      }
    }
    return null;
  },
  *documents(root, left, top) {
    yield [root, left, top];
    for (const frame of root.querySelectorAll("iframe")) {
      const box = frame.getBoundingClientRect();
      if (frame.contentDocument) yield* bench.documents(frame.contentDocument, left + box.x, top + box.y);
    }
  },
  // The moment after the drawing in which it is there for the first time, in ms since the page was asked for.
  seen(css, text) {
    return new Promise((then) => {
      const drawn = () => scheduler.postTask(() => then(performance.now()), { priority: "user-blocking" });
      const look = () => (bench.find(css, text) ? drawn() : requestAnimationFrame(look));
      look();
    });
  },
  // Brings it onto the screen, and says where.
  place(css, text) {
    const found = bench.find(css, text);
    if (found && (found.y < 60 || found.y > innerHeight - 60)) found.element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y } = bench.find(css, text);
    return [x, y];
  },
  // From the moment of the next touch, as the browser has it, until the answer is drawn, in ms.
  answered(css, text) {
    return new Promise((then) => {
      for (const [root] of bench.documents(document, 0, 0)) {
        const touched = (event) => {
          // A frame counts from its own beginning.
          const at = event.timeStamp + root.defaultView.performance.timeOrigin - performance.timeOrigin;
          bench.seen(css, text).then((seen) => then(seen - at));
        };
        root.addEventListener("touchend", touched, { capture: true, once: true, passive: true });
      }
    });
  },
  // The first text or picture, in the page or in a frame, in ms since the page was asked for.
  firstPaint() {
    const paints = [...bench.documents(document, 0, 0)].flatMap(([{ defaultView: { performance: own } }]) =>
      own.getEntriesByName("first-contentful-paint").map((paint) => paint.startTime + own.timeOrigin - performance.timeOrigin));
    return paints.length ? Math.min(...paints) : null;
  },
});
