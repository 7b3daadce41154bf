// Screens have few colours: a picture of one with a palette is a third of the size, and nobody sees the difference.
import zlib from "node:zlib";

const PALETTE = 256;

/** A PNG with a palette, of the pixels of a picture as `{ width, height, rgba }`. Frequent colours stay exact. */
export function smallPng({ width, height, rgba }) {
  const { palette, nearest } = paletteOf(rgba);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    lines[to++] = 0; // no filter: it helps no palette
    for (let x = 0; x < width; x += 1, from += 4) lines[to++] = nearest(colourAt(rgba, from));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits a pixel, by palette
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", zlib.deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function paletteOf(rgba) {
  const counts = new Map();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, PALETTE).map(([colour]) => colour);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const nearest = (colour) => {
    const index = known.get(colour) ?? closest(palette, colour);
    known.set(colour, index);
    return index;
  };
  return { palette, nearest };
}

function closest(palette, colour) {
  const distances = palette.map((one) => parts(one).reduce((sum, part, at) => sum + (part - parts(colour)[at]) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

const colourAt = (rgba, at) => (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2];
const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(zlib.crc32(named));
  return Buffer.concat([length, named, sum]);
}
