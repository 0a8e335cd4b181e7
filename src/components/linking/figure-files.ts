import { text } from '#language/dictionary.ts';
import { drawFigure, type FigureDrawing } from './figure-drawing.ts';
import { saveFile } from '../page/save-file.ts';
import type { LinkedPlace } from './linked-place.ts';

/** Pixels of the PNG for one CSS pixel: sharp on a projector and in print at column width. */
const SCALE = 3;

/** Saves a figure or a lab in its present state as an SVG file with its caption and a credit line. */
export async function downloadSvg(place: LinkedPlace): Promise<void> {
  saveFile(svgFile((await drawing(place)).svg), `${fileName(place)}.svg`);
}

/** The same picture as a PNG of three pixels to the CSS pixel. */
export async function downloadPng(place: LinkedPlace): Promise<void> {
  const { svg, width, height } = await drawing(place);
  const address = URL.createObjectURL(svgFile(svg));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(width * SCALE, height * SCALE);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  saveFile(await canvas.convertToBlob({ type: 'image/png' }), `${fileName(place)}.png`);
}

const drawing = ({ element, name, url }: LinkedPlace): Promise<FigureDrawing> =>
  drawFigure(element, `${text.site.name} · ${name} · ${url}`);

const svgFile = (svg: SVGSVGElement) =>
  new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml;charset=utf-8' });

/** `zero-memory-by-stage`: the page's last folder and the figure's id. */
const fileName = ({ element }: LinkedPlace) => `${location.pathname.split('/').filter(Boolean).at(-1)}-${element.id}`;
