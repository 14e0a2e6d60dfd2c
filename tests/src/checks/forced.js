// How many points differ by more than 90 between two pictures of the same size, given as PNG in base64. Or, of one picture, how
// many differ from its corner.
const [one, other, done] = arguments;
const points = async text => {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  return canvas.getImageData(0, 0, picture.width, picture.height).data;
};
Promise.all([points(one), points(other || one)]).then(([first, second]) => {
  let differing = 0;
  for (let at = 0; at < Math.min(first.length, second.length); at += 4) {
    const against = other ? [second[at], second[at + 1], second[at + 2]] : [first[0], first[1], first[2]];
    if (Math.hypot(first[at] - against[0], first[at + 1] - against[1], first[at + 2] - against[2]) > 90) differing += 1;
  }
  done(differing);
});
