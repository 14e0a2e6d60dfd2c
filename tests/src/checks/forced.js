// How many points differ by more than 90 between the same parts of two pictures of the screen, given as PNG in base64; or, of one
// picture, how many differ from the part's corner.
const [one, other, [x, y, width, height], done] = arguments;
const points = async text => {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height)).getContext('2d');
  canvas.drawImage(picture, -x, -y);
  return canvas.getImageData(0, 0, Math.ceil(width), Math.ceil(height)).data;
};
Promise.all([points(one), points(other || one)]).then(([first, second]) => {
  let differing = 0;
  for (let at = 0; at < first.length; at += 4) {
    const against = other ? [second[at], second[at + 1], second[at + 2]] : [first[0], first[1], first[2]];
    if (Math.hypot(first[at] - against[0], first[at + 1] - against[1], first[at + 2] - against[2]) > 90) differing += 1;
  }
  done(differing);
});
